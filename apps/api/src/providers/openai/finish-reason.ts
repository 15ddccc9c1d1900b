import type { FinishReason } from '../provider.ts'

const reasons: ReadonlyMap<string, FinishReason> = new Map([
  ['stop', 'stop'],
  ['eos', 'stop'],
  ['eos_token', 'stop'],
  ['end_turn', 'stop'],
  ['stop_sequence', 'stop'],
  ['length', 'length'],
  ['max_tokens', 'length'],
  ['model_length', 'length'],
  ['content_filter', 'content-filter'],
  ['safety', 'content-filter'],
  ['tool_calls', 'tool-calls'],
  ['function_call', 'tool-calls'],
])

/** Reasons by which a server says that it failed rather than that the model had finished. */
const failures: ReadonlySet<string> = new Set(['error', 'insufficient_system_resource', 'network_error'])

/** What a server's `finish_reason` means; `failed` where it is the server that gave up. */
export function finishReasonOf(reason: string): FinishReason | 'failed' {
  const key = reason.toLowerCase()
  return failures.has(key) ? 'failed' : (reasons.get(key) ?? 'other')
}
