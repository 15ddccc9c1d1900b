import type { PartView } from '@livetype/client'
import { reasoningLabel, watchSeconds } from '@livetype/ui'
import { useEffect, useState } from 'react'
import { Icon } from '../controls/icon.tsx'
import { memo } from '../texts/memo.ts'

/** What a model thought before it answered: folded up, with how long that took, until the person opens it. */
export const Reasoning = memo(function Reasoning({ part }: { part: Extract<PartView, { type: 'reasoning' }> }) {
  const [isOpen, setOpen] = useState(false)
  const isRunning = part.isOpen
  const label = reasoningLabel({ isRunning, seconds: useSeconds(part) })
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
          setOpen(!isOpen)
        }}
      >
        <Icon name="chevron-right" />
        <span>{label}</span>
      </summary>
      <div className="reasoning-text" dir="auto">
        {part.text}
      </div>
    </details>
  )
})

/** For how many whole seconds the model has thought; null: nobody knows. */
function useSeconds({ isOpen, startedAt, durationMs }: Extract<PartView, { type: 'reasoning' }>): number | null {
  const [seconds, setSeconds] = useState<number | null>(null)
  const runsSince = isOpen ? startedAt : null
  useEffect(() => (runsSince === null ? undefined : watchSeconds(runsSince, setSeconds)), [runsSince])
  if (isOpen) return seconds
  return durationMs === null ? null : Math.floor(durationMs / 1000)
}
