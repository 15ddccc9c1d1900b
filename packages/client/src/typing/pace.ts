/** How long a backlog may take to be typed, in milliseconds. */
const backlogMs = 250
/** Over how long the rate of arrival is averaged, in milliseconds. */
const rateMs = 500
/** Longest step in milliseconds: after a pause the text does not leap. */
const maxStepMs = 100
/** The step in milliseconds where no frame came before. */
const firstStepMs = 16

/** How fast text comes and how fast it is let out. Lengths are UTF-16 units. */
export interface Pace {
  /** Units per millisecond. */
  readonly arrivalRate: number
  /** Units that have arrived and are not released. */
  readonly backlog: number
  /** Time of the last frame; null before the first. */
  readonly frameAtMs: number | null
}

/** Before anything has arrived. */
export const initialPace: Pace = { arrivalRate: 0, backlog: 0, frameAtMs: null }

/** How much may be released at `nowMs`: as fast as it arrives, or faster so that the backlog is gone in 250 ms. */
export function releaseLength(pace: Pace, nowMs: number): number {
  const stepMs = pace.frameAtMs === null ? firstStepMs : Math.min(maxStepMs, Math.max(0, nowMs - pace.frameAtMs))
  return Math.min(pace.backlog, Math.max(pace.arrivalRate * stepMs, (pace.backlog * stepMs) / backlogMs))
}

/** The pace after a frame in which `arrived` units came. */
export function paceAfter(pace: Pace, arrived: number, nowMs: number): Pace {
  const elapsedMs = pace.frameAtMs === null ? firstStepMs : Math.max(1, nowMs - pace.frameAtMs)
  const weight = 1 - Math.exp(-elapsedMs / rateMs)
  const arrivalRate = pace.arrivalRate + (arrived / elapsedMs - pace.arrivalRate) * weight
  return { arrivalRate, backlog: pace.backlog + arrived, frameAtMs: nowMs }
}
