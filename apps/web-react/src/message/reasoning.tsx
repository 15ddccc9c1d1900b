import { texts } from '@livetype/ui'
import { memo, useState } from 'react'
import { Icon } from '../controls/icon.tsx'

/** What a model thought before it answered: open while it thinks, then closed, unless the person decided. */
export const Reasoning = memo(function Reasoning({ text, isRunning }: { text: string; isRunning: boolean }) {
  const [choice, setChoice] = useState<boolean | null>(null)
  const isOpen = choice ?? isRunning
  return (
    <details
      className="reasoning"
      data-state={isRunning ? 'running' : 'ended'}
      data-activity={isRunning ? 'thinking' : undefined}
      open={isOpen}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is interactive */}
      <summary
        className="reasoning-summary"
        onClick={(event) => {
          event.preventDefault()
          setChoice(!isOpen)
        }}
      >
        <Icon name="chevron-right" />
        <span>{isRunning ? texts.reasoning.open : texts.reasoning.closed}</span>
      </summary>
      <div className="reasoning-text" dir="auto">
        {text}
      </div>
    </details>
  )
})
