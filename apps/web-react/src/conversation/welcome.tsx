import { texts } from '@livetype/ui'
import { useEffect } from 'react'
import { Icon } from '../controls/icon.tsx'
import { useModels } from '../models/use-models.ts'
import { presetsPart } from '../presets/presets-part.ts'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'

/** Before the first message: an invitation, with things to ask that the chosen model can answer. */
export function Welcome({ onSend }: { onSend: (text: string) => void }) {
  const { chosen } = useModels()
  const isTemporary = useObservable(useServices().temporaryDraft)
  const Presets = useObservable(presetsPart)
  const examples = chosen?.isDemo ? texts.empty.demoExamples : texts.empty.examples
  useEffect(() => void presetsPart.load().catch(() => undefined), [])
  return (
    <section className="welcome">
      <h2 className="welcome-title">{texts.empty.title}</h2>
      {!isTemporary && <p className="welcome-text">{texts.empty.subtitle}</p>}
      <p className="temporary-note" role="status">
        {isTemporary && texts.temporary.hint}
      </p>
      {Presets && <Presets />}
      {chosen && (
        <ul className="examples" aria-label={texts.empty.examplesLabel}>
          {examples.map((example) => (
            <li key={example.prompt}>
              <button type="button" className="example" onClick={() => onSend(example.prompt)}>
                <span className="example-title">{example.title}</span>
                <span className="example-prompt">{example.detail}</span>
                <Icon name="chevron-right" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
