import { texts } from './texts.ts'

/**
 * What stands on the fold over a model's thoughts: that it thinks, or for how long it did. `seconds`: whole ones so far,
 * or in all; null where nobody knows.
 */
export function reasoningLabel({ isRunning, seconds }: { isRunning: boolean; seconds: number | null }): string {
  const { reasoning } = texts
  if (isRunning) return seconds ? reasoning.openFor(durationText(seconds)) : reasoning.open
  if (seconds === null) return reasoning.closed
  return seconds === 0 ? reasoning.closedSoon : reasoning.closedFor(durationText(seconds))
}

function durationText(seconds: number): string {
  const { duration } = texts
  return seconds < 60 ? duration.seconds(seconds) : duration.minutes(Math.floor(seconds / 60), seconds % 60)
}
