import { ChatError, type Parameters } from '@livetype/protocol'
import { apiFailureIn } from './api-failure.ts'
import { FailedAttempt } from './failed-attempt.ts'
import type { Upstream } from './upstream-error.ts'

const wireNames = {
  temperature: /\btemperature\b/,
  topP: /\btop_p\b/,
  maxTokens: /\bmax_(completion_)?tokens\b/,
  reasoningEffort: /\breasoning(_|\.)effort\b/,
} satisfies Record<keyof Parameters, RegExp>

const words: Record<keyof Parameters, string> = {
  temperature: 'temperature',
  topP: 'top p',
  maxTokens: 'limit of tokens',
  reasoningEffort: 'reasoning effort',
}

/** Which of the parameters that were sent a server refused, by naming it. Undefined where it refused something else. */
export function refusedParameter(thrown: unknown, parameters: Parameters): keyof Parameters | undefined {
  const failure = apiFailureIn(thrown)
  if (failure?.error.status !== 400 && failure?.error.status !== 422) return undefined
  // Such an answer names the limit of tokens too, and is about the conversation.
  if (/context.{0,20}(length|window)/i.test(failure.searchable)) return undefined
  const names = ['temperature', 'topP', 'maxTokens', 'reasoningEffort'] as const
  return names.find((name) => parameters[name] !== undefined && wireNames[name].test(failure.searchable))
}

/**
 * Says that a parameter was refused. The reply fails rather than being made without: a person who has set something
 * must not believe that it counted.
 */
export function refusesParameter(parameter: keyof Parameters, { label, modelId }: Upstream): FailedAttempt {
  const message = `${label} does not take the ${words[parameter]} that this conversation sets for ${modelId}. Change it, or set it back to its default in the conversation’s settings, then try again.`
  return new FailedAttempt(new ChatError('model-refused-request', message))
}
