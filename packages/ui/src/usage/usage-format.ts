import type { UsageReport } from '@livetype/protocol'
import { languageTag } from '../languages/catalogue.ts'
import { laterTexts } from '../texts/later/later-texts.ts'
import { type DayUsage, tokensOf, type UsageTotal } from './usage-summary.ts'

/** A number as it is written in the language that is shown. */
export function formatCount(value: number): string {
  return new Intl.NumberFormat(languageTag()).format(value)
}

/** A number in few characters, for an axis: "1.5K". */
export function formatCompactCount(value: number): string {
  return new Intl.NumberFormat(languageTag(), { notation: 'compact', maximumFractionDigits: 1 }).format(value)
}

/** An amount of money; of little, two digits that say something. "–" where there is no price. */
export function formatCost(cost: number | null, currency: string): string {
  if (cost === null) return laterTexts.usage.noPrice
  const isSmall = cost > 0 && cost < 1
  const digits = isSmall ? { maximumSignificantDigits: 2 } : { minimumFractionDigits: 2, maximumFractionDigits: 2 }
  return new Intl.NumberFormat(languageTag(), { style: 'currency', currency, ...digits }).format(cost)
}

/** A short time, such as "0.4 s". */
export function formatSeconds(ms: number): string {
  const maximumFractionDigits = ms < 10_000 ? 1 : 0
  const style = { style: 'unit', unit: 'second', unitDisplay: 'short', maximumFractionDigits } as const
  // Less than a tenth of a second is said to be one.
  return new Intl.NumberFormat(languageTag(), style).format(Math.max(ms, 100) / 1000)
}

/** A day of the calendar, such as "30 Nov". */
export function formatDay(startsAt: number): string {
  return new Intl.DateTimeFormat(languageTag(), { day: 'numeric', month: 'short' }).format(startsAt)
}

/** All that is said of a day at once. */
export function describeDay(day: DayUsage, currency: string): string {
  const weekday = new Intl.DateTimeFormat(languageTag(), { weekday: 'short', day: 'numeric', month: 'short' })
  return laterTexts.usage.day(weekday.format(day.startsAt), describeTotal(day, currency))
}

/** What was used, in a few words. */
export function describeTotal(total: UsageTotal, currency: string): string {
  const words = laterTexts.usage
  if (total.runs === 0) return words.nothing
  const parts = [words.replies(total.runs), words.tokens(tokensOf(total))]
  if (total.cost !== null) parts.push(formatCost(total.cost, currency))
  return parts.join(' · ')
}

/** A line of what is told of an answer: what it is, and how much. */
export interface AnswerDetail {
  readonly label: string
  readonly value: string
}

/** What is told of one answer: by the models that wrote it, mostly one. @see SPEC.md USAGE2 */
export function answerDetails({ rows, currency }: UsageReport): AnswerDetail[] {
  const words = laterTexts.usage
  const isOne = rows.length === 1
  return rows.flatMap((row) => {
    const named = (label: string) => (isOne ? label : words.ofModel(row.modelName, label))
    const details: AnswerDetail[] = [{ label: named(words.model), value: row.modelId }]
    if (row.uncountedRuns < row.runs) {
      details.push(
        { label: named(words.read), value: formatCount(row.inputTokens) },
        { label: named(words.written), value: formatCount(row.outputTokens) },
      )
    } else details.push({ label: named(words.tokensLabel), value: words.uncounted })
    if (row.firstTokenMs !== null) {
      details.push({ label: named(words.firstToken), value: formatSeconds(row.firstTokenMs) })
    }
    if (row.tokensPerSecond !== null) {
      details.push({ label: named(words.speed), value: words.perSecond(Math.round(row.tokensPerSecond)) })
    }
    if (row.cost !== null) details.push({ label: named(words.cost), value: formatCost(row.cost, currency) })
    return details
  })
}
