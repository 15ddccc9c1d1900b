import type { UsageReport } from '@livetype/protocol'

type UsageRow = UsageReport['rows'][number]

/** What some runs used together. */
export interface UsageTotal {
  readonly runs: number
  readonly inputTokens: number
  readonly outputTokens: number
  /** Runs whose tokens nobody counted. */
  readonly uncountedRuns: number
  /** Null where no model of them has a price. */
  readonly cost: number | null
}

/** What one model was used for. */
export interface ModelUsage extends UsageTotal {
  readonly modelId: string
  readonly modelName: string
}

/** What was used on one day. */
export interface DayUsage extends UsageTotal {
  /** When it began, in epoch milliseconds. */
  readonly startsAt: number
}

/** What was used in a time. */
export interface UsageSummary {
  readonly total: UsageTotal
  /** All days of it, those without use too, the first one first. */
  readonly days: readonly DayUsage[]
  /** The models of all days, the most used first: also those that `modelId` leaves out. */
  readonly models: readonly ModelUsage[]
}

const nothing: UsageTotal = { runs: 0, inputTokens: 0, outputTokens: 0, uncountedRuns: 0, cost: null }

/** Sums up a report. @param modelId only what this model was used for, of totals and days. */
export function summarizeUsage(
  { rows }: UsageReport,
  { dayStarts, modelId }: { readonly dayStarts: readonly number[]; readonly modelId: string | null },
): UsageSummary {
  const models = new Map<string, ModelUsage>()
  const days = dayStarts.slice(0, -1).map((startsAt): DayUsage => ({ ...nothing, startsAt }))
  let total = nothing
  for (const row of rows) {
    const { modelName } = row
    models.set(row.modelId, { ...added(models.get(row.modelId) ?? nothing, row), modelId: row.modelId, modelName })
    if (modelId !== null && row.modelId !== modelId) continue
    total = added(total, row)
    const day = days[row.day]
    if (day) days[row.day] = { ...added(day, row), startsAt: day.startsAt }
  }
  return { total, days, models: [...models.values()].sort((a, b) => tokensOf(b) - tokensOf(a) || b.runs - a.runs) }
}

/** All tokens, read and written. */
export function tokensOf({ inputTokens, outputTokens }: Pick<UsageTotal, 'inputTokens' | 'outputTokens'>): number {
  return inputTokens + outputTokens
}

function added(sum: UsageTotal, row: UsageRow): UsageTotal {
  return {
    runs: sum.runs + row.runs,
    inputTokens: sum.inputTokens + row.inputTokens,
    outputTokens: sum.outputTokens + row.outputTokens,
    uncountedRuns: sum.uncountedRuns + row.uncountedRuns,
    cost: row.cost === null ? sum.cost : (sum.cost ?? 0) + row.cost,
  }
}
