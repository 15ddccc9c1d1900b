import { type AskedReply, type AskSurroundings, askForReply, type Progress, type Question } from './asked-reply.ts'
import type { WaitingLine } from './waiting-line.ts'

interface AskInTurnOptions {
  readonly question: Question
  readonly signal: AbortSignal | undefined
  /** Where the questions to one conversation wait for one another. */
  readonly turn: WaitingLine
  /** Where all questions wait for a stream. */
  readonly places: WaitingLine
  readonly surroundings: AskSurroundings
}

/** A question that is asked when its turn comes, for whoever reads the reply. */
export interface QuestionInTurn {
  readonly progress: () => Progress
  /** Resolves after the next change. */
  readonly changed: () => Promise<void>
  /** Readers get `error` from now on; what was asked is stopped, what was not is never asked. */
  readonly abandon: (error: unknown) => void
  /** Resolves when the reply has ended or was given up, and all that this brought about is done. */
  readonly done: Promise<void>
}

/** @see QuestionInTurn */
export function askInTurn({ question, signal, turn, places, surroundings }: AskInTurnOptions): QuestionInTurn {
  const over = Promise.withResolvers<void>()
  let change = Promise.withResolvers<void>()
  let asked: AskedReply | undefined
  let stopping: Promise<void> | undefined
  let progress: Progress = { status: 'waiting' }

  function onProgress(next: Progress): void {
    progress = next
    if (next.status === 'ended' || next.status === 'given-up') {
      signal?.removeEventListener('abort', onAbort)
      over.resolve()
    }
    const { resolve } = change
    change = Promise.withResolvers()
    resolve()
  }

  function abandon(error: unknown): void {
    if (progress.status === 'ended' || progress.status === 'given-up') return
    if (asked) stopping = asked.abandon(error)
    else onProgress({ status: 'given-up', error })
  }

  const onAbort = () => abandon(signal?.reason)

  async function ask(): Promise<void> {
    // The turn first: whoever holds a place must never wait for someone who has none.
    const leaveTurn = await turn.enter()
    const leavePlace = await places.enter()
    if (progress.status === 'waiting') {
      asked = askForReply(question, { ...surroundings, onProgress })
      await over.promise
    }
    leavePlace()
    await stopping
    leaveTurn()
  }

  if (signal?.aborted) onAbort()
  else signal?.addEventListener('abort', onAbort)
  return { progress: () => progress, changed: () => change.promise, abandon, done: ask() }
}
