import type { Model } from '@livetype/protocol'
import { focusComposer, maxComparedModels } from '@livetype/ui'
import { laterTexts } from '@livetype/ui/later'
import { useEffect, useRef } from 'react'
import { Icon } from '../controls/icon.tsx'

/** The models that answer the next message side by side. Taking away all but one ends the comparison. */
export function Comparison(props: {
  readonly models: readonly Model[]
  readonly compared: readonly Model[]
  readonly onChange: (modelIds: readonly string[]) => void
}) {
  const { models, compared, onChange } = props
  const ids = compared.map(({ id }) => id)
  const group = useRef<HTMLDivElement>(null)
  const words = laterTexts.comparison
  useEffect(() => {
    // What comes next, so that it is there when the answers are.
    void import('../variations/variations.tsx')
    // What it came from went away with its use.
    if (document.activeElement === document.body) group.current?.querySelector('select')?.focus()
  }, [])
  return (
    <div ref={group} className="comparison" role="group" aria-label={words.label}>
      {ids.map((chosenId, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same model may stand twice; the place is what it is
        <span key={index} className="comparison-model">
          <select
            className="comparison-select"
            aria-label={words.model(index + 1)}
            value={chosenId}
            onChange={(event) => onChange(ids.with(index, event.target.value))}
          >
            {models.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <button
            type="button"
            className="action"
            aria-label={words.remove(index + 1)}
            onClick={() => {
              focusComposer()
              onChange(ids.toSpliced(index, 1))
            }}
          >
            <Icon name="x" />
          </button>
        </span>
      ))}
      {ids.length < maxComparedModels && (
        <button
          type="button"
          className="action"
          aria-label={words.add}
          data-tooltip={words.add}
          onClick={() => onChange([...ids, ...ids.slice(-1)])}
        >
          <Icon name="plus" />
        </button>
      )}
    </div>
  )
}
