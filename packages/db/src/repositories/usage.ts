import type { Database } from '../open-database.ts'

/** What the runs of one model used. Sums leave out runs whose model's server did not say. */
export interface UsageRow {
  readonly day: number
  readonly modelId: string
  readonly modelName: string
  readonly runs: number
  readonly uncountedRuns: number
  readonly inputTokens: number
  readonly outputTokens: number
  readonly firstTokenMs: number | null
  readonly tokensPerSecond: number | null
}

/**
 * Sums up what runs used, those of deleted conversations too: they were made all the same. Every call takes the owner
 * (DOOR1).
 */
export interface Usage {
  /** By day and model; `dayStarts` has where each day begins, and at last where the last one ends. */
  byDay(ownerId: string, dayStarts: readonly number[]): Promise<UsageRow[]>
  /** By model, of one conversation, on day 0. */
  ofConversation(ownerId: string, conversationId: string): Promise<UsageRow[]>
  /** By model, of all runs that wrote one answer, on day 0. */
  ofMessage(ownerId: string, messageId: string): Promise<UsageRow[]>
}

const sums = `model_id AS modelId, max(model_name) AS modelName, count(*) AS runs,
  sum(output_tokens IS NULL) AS uncountedRuns,
  coalesce(sum(input_tokens), 0) AS inputTokens, coalesce(sum(output_tokens), 0) AS outputTokens,
  avg(first_token_ms) AS firstTokenMs,
  sum(CASE WHEN first_token_ms IS NOT NULL AND output_tokens IS NOT NULL THEN output_tokens END) * 1000.0
    / nullif(sum(CASE WHEN first_token_ms IS NOT NULL AND output_tokens IS NOT NULL
      THEN max(0, duration_ms - first_token_ms) END), 0) AS tokensPerSecond`

/** @see Usage */
export function createUsage({ client }: Pick<Database, 'client'>): Usage {
  const selectByDay = client.prepare<{ ownerId: string; days: string }, UsageRow>(
    `WITH days AS (
       SELECT key AS day, value AS since, lead(value) OVER (ORDER BY key) AS until FROM json_each(:days)
     )
     SELECT days.day AS day, ${sums}
     FROM days JOIN run_usage ON owner_id = :ownerId AND started_at >= days.since AND started_at < days.until
     GROUP BY days.day, model_id ORDER BY days.day, model_id`,
  )
  const selectOfConversation = client.prepare<{ ownerId: string; conversationId: string }, UsageRow>(
    `SELECT 0 AS day, ${sums} FROM run_usage
     WHERE conversation_id = :conversationId AND owner_id = :ownerId GROUP BY model_id ORDER BY model_id`,
  )
  const selectOfMessage = client.prepare<{ ownerId: string; messageId: string }, UsageRow>(
    `SELECT 0 AS day, ${sums} FROM run_usage
     WHERE run_id IN (SELECT id FROM runs WHERE message_id = :messageId) AND owner_id = :ownerId
     GROUP BY model_id ORDER BY model_id`,
  )
  return {
    async byDay(ownerId, dayStarts) {
      return selectByDay.all({ ownerId, days: JSON.stringify(dayStarts) })
    },
    async ofConversation(ownerId, conversationId) {
      return selectOfConversation.all({ ownerId, conversationId })
    },
    async ofMessage(ownerId, messageId) {
      return selectOfMessage.all({ ownerId, messageId })
    },
  }
}
