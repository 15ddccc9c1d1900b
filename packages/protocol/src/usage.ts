import * as z from 'zod/mini'
import { idSchema, modelIdSchema } from './ids.ts'

/** Most days that can be asked for at once. */
export const maxUsageDays = 732

/**
 * Asks what was used on each of several days. Days are those of whoever asks: `dayStarts` has the moment each begins,
 * ascending, and then the moment the last one ends; epoch milliseconds.
 */
export const usageByDaySchema = z.object({
  dayStarts: z.array(z.int().check(z.nonnegative())).check(
    z.minLength(2),
    z.maxLength(maxUsageDays + 1),
    z.refine(
      (starts) => starts.every((start, index) => index === 0 || start > (starts[index - 1] ?? 0)),
      'days ascend',
    ),
  ),
})

/** Asks what one answer used. */
export const usageOfMessageSchema = z.object({ conversationId: idSchema, messageId: idSchema })

const amount = z.int().check(z.nonnegative())

/** What some runs used together. */
export const usageSumSchema = z.object({
  runs: amount,
  inputTokens: amount,
  outputTokens: amount,
  /** Runs whose model's server did not say what they used: their tokens are missing above. */
  uncountedRuns: amount,
  /** Milliseconds to the first token, on average; null where none is known. */
  firstTokenMs: z.nullable(z.number()),
  /** Output tokens a second while a model wrote, on average; null where that is not known. */
  tokensPerSecond: z.nullable(z.number()),
  /** What the tokens cost, where the model has a price; null where it has none. */
  cost: z.nullable(z.number()),
})

/** What one model was used for on one day; days and models without use are left out. */
export const modelUsageSchema = z.extend(usageSumSchema, {
  /** Which of the days that were asked for, from 0. */
  day: amount,
  modelId: modelIdSchema,
  modelName: z.string(),
})

/** What a query for usage answers. */
export const usageReportSchema = z.object({
  rows: z.array(modelUsageSchema),
  /** ISO 4217, such as USD. */
  currency: z.string(),
})

/** @see usageReportSchema */
export type UsageReport = z.infer<typeof usageReportSchema>
