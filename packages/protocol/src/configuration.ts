import * as z from 'zod/mini'
import { idSchema } from './ids.ts'

/** Between which values the parameters of a conversation lie, both included. */
export const configurationLimits = {
  /** UTF-16 units. */
  systemPrompt: 32_000,
  temperature: { least: 0, most: 2 },
  topP: { least: 0, most: 1 },
  maxTokens: { least: 1, most: 1_000_000 },
} as const

/** How long a model that reasons may think, in OpenAI's words. */
export const reasoningEfforts = ['minimal', 'low', 'medium', 'high'] as const

const { systemPrompt, temperature, topP, maxTokens } = configurationLimits

/**
 * What a person has set for the runs of a conversation. What is absent is not set: nothing of it is sent.
 * @see SPEC.md CONFIG1
 */
export const configurationSchema = z.object({
  /** In the place of the server's own. */
  systemPrompt: z.optional(
    z.string().check(
      z.maxLength(systemPrompt, `a system prompt can have up to ${systemPrompt} characters`),
      z.refine((text) => text.trim() !== '', 'a system prompt that is set needs some text'),
    ),
  ),
  temperature: z.optional(z.number().check(...between('a temperature', temperature))),
  topP: z.optional(z.number().check(...between('top p', topP))),
  maxTokens: z.optional(z.int('the most tokens are a whole number').check(...between('the most tokens', maxTokens))),
  reasoningEffort: z.optional(z.enum(reasoningEfforts, `a reasoning effort is one of ${reasoningEfforts.join(', ')}`)),
})

/** @see configurationSchema */
export type Configuration = z.infer<typeof configurationSchema>

/** How a model is to write: what of a configuration is no text. */
export type Parameters = Omit<Configuration, 'systemPrompt'>

/** Replaces the whole configuration of a conversation; an empty one sets nothing. */
export const configureConversationSchema = z.object({ conversationId: idSchema, configuration: configurationSchema })

/** @see configureConversationSchema */
export type ConfigureConversation = z.infer<typeof configureConversationSchema>

/** Whether two configurations set the same. */
export function isSameConfiguration(a: Configuration, b: Configuration): boolean {
  return (
    a.systemPrompt === b.systemPrompt &&
    a.temperature === b.temperature &&
    a.topP === b.topP &&
    a.maxTokens === b.maxTokens &&
    a.reasoningEffort === b.reasoningEffort
  )
}

/** Whether nothing is set. */
export function isUnset(configuration: Configuration): boolean {
  return isSameConfiguration(configuration, {})
}

function between(what: string, { least, most }: { least: number; most: number }) {
  const sentence = `${what} lies between ${least} and ${most}`
  return [z.gte(least, sentence), z.lte(most, sentence)] as const
}
