/** Over how many days usage can be looked at. */
export const usagePeriods = [7, 30, 90] as const

/** @see usagePeriods */
export type UsagePeriod = (typeof usagePeriods)[number]

/**
 * When each of the last days began, today's last, and at the end when today ends: epoch milliseconds, by the clock of
 * whoever looks. Days are those of the calendar, also where one has 23 or 25 hours.
 */
export function usageDayStarts(nowMs: number, period: number): number[] {
  const now = new Date(nowMs)
  return Array.from({ length: period + 1 }, (_, index) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() - period + 1 + index).getTime(),
  )
}
