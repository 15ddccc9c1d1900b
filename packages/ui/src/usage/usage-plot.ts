import { type DayUsage, tokensOf } from './usage-summary.ts'

/** A bar of the plot; all in hundredths of its width and height. */
export interface UsageBar {
  readonly x: number
  readonly width: number
  readonly y: number
  readonly height: number
}

/** A label at an axis, at so many hundredths from where the axis begins: left, or below. */
export interface AxisLabel<Value> {
  readonly at: number
  readonly value: Value
}

/** How days are drawn. */
export interface UsagePlot {
  readonly bars: readonly UsageBar[]
  /** Numbers of tokens, from 0 up. */
  readonly levels: readonly AxisLabel<number>[]
  /** Days, in epoch milliseconds. */
  readonly dates: readonly AxisLabel<number>[]
}

/** Room that a day has for its bar, of all that it has. */
const filling = 0.72
/** The lowest bar that can be seen, where there was any use. */
const leastHeight = 1
const mostDates = 4

/** Lays out bars for days. Pure. */
export function usagePlot(days: readonly DayUsage[]): UsagePlot {
  const top = niceTop(Math.max(0, ...days.map(tokensOf)))
  const step = 100 / Math.max(1, days.length)
  const bars = days.map((day, index): UsageBar => {
    const tokens = tokensOf(day)
    const height = tokens === 0 ? 0 : Math.max(leastHeight, (tokens / top) * 100)
    return { x: step * (index + (1 - filling) / 2), width: step * filling, y: 100 - height, height }
  })
  const levels = [0, 0.5, 1].map((share) => ({ at: share * 100, value: share * top }))
  return { bars, levels, dates: datesOf(days, step) }
}

/** The day that a place of the plot belongs to, from 0. @param share of the width, from 0 to 1. */
export function dayAt(share: number, dayCount: number): number {
  return Math.min(dayCount - 1, Math.max(0, Math.floor(share * dayCount)))
}

/** The day that a key leads to from another; undefined for keys that mean something else. */
export function dayStep(key: string, { day, dayCount }: { day: number; dayCount: number }): number | undefined {
  const last = dayCount - 1
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, day - 1)
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(last, day + 1)
    case 'PageDown':
      return Math.max(0, day - 7)
    case 'PageUp':
      return Math.min(last, day + 7)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}

/** The lowest of 2, 4, 10 times a power of ten that is not below `value`: half of it is a round number too. */
export function niceTop(value: number): number {
  if (value <= 10) return 10
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 4, 6, 8, 10].find((factor) => factor * power >= value) ?? 10) * power
}

function datesOf(days: readonly DayUsage[], step: number): AxisLabel<number>[] {
  const every = Math.max(1, Math.ceil(days.length / mostDates))
  const last = days.length - 1
  // Counted from today, which is always named.
  return days.flatMap(({ startsAt }, index) =>
    (last - index) % every === 0 ? [{ at: step * (index + 0.5), value: startsAt }] : [],
  )
}
