import { languageTag } from '../languages/catalogue.ts'

/** A time in full, such as "22 November 2026 at 21:54". Times are epoch milliseconds. */
export function formatAbsoluteTime(atMs: number, locale = languageTag()): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(atMs)
}

/** The time of day, such as "21:54". */
export function formatClockTime(atMs: number, locale = languageTag()): string {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(atMs)
}

/** A time as the distance to `nowMs`, such as "5 minutes ago"; beyond a week, the date. */
export function formatRelativeTime(atMs: number, nowMs: number, locale = languageTag()): string {
  const seconds = Math.min(0, Math.round((atMs - nowMs) / 1000))
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  if (seconds > -45) return format.format(0, 'second')
  if (seconds > -2700) return format.format(Math.min(-1, Math.round(seconds / 60)), 'minute')
  if (seconds > -79_200) return format.format(Math.min(-1, Math.round(seconds / 3600)), 'hour')
  if (seconds > -7 * 86_400) return format.format(Math.min(-1, Math.round(seconds / 86_400)), 'day')
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(atMs)
}
