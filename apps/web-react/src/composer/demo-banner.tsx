import { demoEnvironment, focusComposer, texts } from '@livetype/ui'
import { Icon } from '../controls/icon.tsx'
import { Code } from '../markdown/code.tsx'
import { useModels } from '../models/use-models.ts'
import { useServices } from '../services.ts'
import { useObservable } from '../use-observable.ts'

/** Says that the demo is no AI, and how to connect a real model. */
export function DemoBanner() {
  const { demoDismissed } = useServices()
  const { chosen } = useModels()
  const isDismissed = useObservable(demoDismissed) !== null
  if (!chosen?.isDemo || isDismissed) return null
  return (
    <aside className="demo-banner" aria-label={texts.demo.label}>
      <p className="demo-banner-text">
        <strong>{texts.demo.title}</strong>
        {` ${texts.demo.body}`}
      </p>
      <details className="demo-banner-more">
        <summary>{texts.demo.show}</summary>
        <p>{texts.demo.howIntro}</p>
        <Code language=".env" text={demoEnvironment()} isClosed={true} />
        <p>{texts.demo.howOutro}</p>
      </details>
      <button
        type="button"
        className="icon-button"
        aria-label={texts.demo.dismiss}
        onClick={() => {
          focusComposer()
          demoDismissed.set('yes')
        }}
      >
        <Icon name="x" />
      </button>
    </aside>
  )
}
