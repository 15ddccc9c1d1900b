import { ChatError, type Failure, type RunStatus, type Usage } from '@livetype/protocol'
import type { FinishReason } from '../providers/provider.ts'

/** Why a run was asked to end before its model had ended. `deadline`: it took longer than any may. */
export type EndRequest = 'stop' | 'shutdown' | 'deadline'

/** How a run ended, as its `run-ended` says it. */
export interface RunOutcome {
  readonly status: RunStatus
  readonly failure?: Failure
  readonly usage?: Usage
  readonly firstTokenMs?: number
}

const limitReached: Failure = {
  code: 'model-truncated',
  message: 'The model reached its limit of tokens before it was done.',
  isRetryable: true,
}
const filtered: Failure = {
  code: 'model-refused-request',
  message: 'The model’s provider cut the reply by its content filter.',
  isRetryable: false,
}
const tooLong: Failure = {
  code: 'run-deadline-exceeded',
  message: 'The reply took longer than this server allows, and was ended. What was written is kept.',
  isRetryable: true,
}
const empty: Failure = {
  code: 'model-bad-answer',
  message: 'The model answered with nothing. Try again, or choose another model.',
  isRetryable: true,
}

/** The outcome of a run whose model's stream ended, by itself or by an abort. Pure. @see SPEC.md RUN3 */
export function outcomeOf(run: {
  endRequest: EndRequest | undefined
  finish: FinishReason | undefined
  usage: Usage | undefined
  hasText: boolean
  error: unknown
}): RunOutcome {
  const usage = run.usage && { usage: run.usage }
  if (run.endRequest === 'stop') return { status: 'stopped', ...usage }
  if (run.error !== undefined) return { status: 'failed', failure: failureOf(run.error), ...usage }
  if (run.endRequest === 'deadline') return { status: 'failed', failure: tooLong, ...usage }
  if (run.endRequest === 'shutdown') return { status: 'interrupted', ...usage }
  if (run.finish === 'content-filter') return { status: 'failed', failure: filtered, ...usage }
  if (!run.hasText) return { status: 'failed', failure: empty, ...usage }
  if (run.finish === 'length') return { status: 'completed', failure: limitReached, ...usage }
  return { status: 'completed', ...usage }
}

function failureOf(error: unknown): Failure {
  if (error instanceof ChatError) return error.toFailure()
  return { code: 'internal', message: 'Something went wrong while the reply was made.', isRetryable: true }
}
