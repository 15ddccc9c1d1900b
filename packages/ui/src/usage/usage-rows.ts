import { laterTexts } from '../texts/later/later-texts.ts'
import { formatDay } from './usage-format.ts'
import type { UsageSummary, UsageTotal } from './usage-summary.ts'

/** A line of a table of usage. */
export interface UsageLine extends UsageTotal {
  readonly id: string | number
  readonly name: string
}

/** A line for each model. */
export function modelRows({ models }: UsageSummary): UsageLine[] {
  return models.map((model) => ({ ...model, id: model.modelId, name: model.modelName }))
}

/** A line for each day on which anything was used, the last one first. */
export function dayRows({ days }: UsageSummary): UsageLine[] {
  return days
    .filter(({ runs }) => runs > 0)
    .map((day) => ({ ...day, id: day.startsAt, name: formatDay(day.startsAt) }))
    .reverse()
}

/** What the numbers leave out, in sentences. */
export function usageNotes({ total, models }: UsageSummary): string[] {
  const words = laterTexts.usage
  const notes: string[] = []
  if (total.uncountedRuns > 0) notes.push(words.uncountedNote(total.uncountedRuns))
  if (models.some(({ cost }) => cost === null)) notes.push(words.noPrices)
  return notes
}
