import { type Answer, createAnswer } from './answer.ts'
import { askInTurn } from './ask-in-turn.ts'
import type { AskSurroundings } from './asked-reply.ts'
import { createWaitingLine, type WaitingLine } from './waiting-line.ts'

/** What is asked. */
export interface AskOptions {
  readonly text: string
  /** Which model answers, such as `gpt-5-mini`; without it, the server's first. */
  readonly model?: string | undefined
  /**
   * The conversation to go on in; without it, a new one. An id that names none yet (8 to 64 letters, digits, `-` or
   * `_`) begins one. Questions to one conversation take turns, each after the reply to the one before.
   */
  readonly conversationId?: string | undefined
  /** Stops the model when it aborts; reading then throws its reason. */
  readonly signal?: AbortSignal | undefined
}

/** Asks at once; the reply is read from what is returned. */
export type Ask = (options: AskOptions) => Answer

interface AskerOptions extends AskSurroundings {
  /** How many replies are followed at a time, each on a stream of its own; further questions wait for a place. */
  readonly maxOpenReplies: number
}

/** @see Ask */
export function createAsker({ maxOpenReplies, ...surroundings }: AskerOptions): Ask {
  const places = createWaitingLine(maxOpenReplies)
  const turns = new Map<string, WaitingLine>()

  return ({ text, model, conversationId: wantedId, signal }) => {
    const conversationId = wantedId ?? surroundings.makeId()
    const turn = turns.get(conversationId) ?? createWaitingLine(1)
    turns.set(conversationId, turn)
    const inTurn = askInTurn({
      question: { conversationId, isNewConversation: wantedId === undefined, text, modelId: model },
      signal,
      turn,
      places,
      surroundings,
    })
    void inTurn.done.then(() => {
      if (turn.isEmpty && turns.get(conversationId) === turn) turns.delete(conversationId)
    })
    return createAnswer({ ...inTurn, conversationId })
  }
}
