import type { Timers } from '../timers.ts'
import { colouredLinesSchema, type LinesToColour, type PageMessage } from './messages.ts'
import { unpackTokens } from './packed-tokens.ts'
import type { TokensOfLines } from './token-kinds.ts'

/** The page's end of the way to the worker: a `Worker` is one. */
export interface HighlightPort {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(type: 'error', listener: () => void): void
  postMessage(message: PageMessage): void
  terminate(): void
}

/** Null: the lines stay plain. */
type OnAnswer = (tokens: TokensOfLines | null) => void

/** The one worker of a page, asked block by block. */
export interface HighlightWorker {
  /** Asks for the tokens of lines. Of each block one question at a time. */
  ask(question: LinesToColour, onAnswer: OnAnswer): void
  /** Nothing follows of a block; an answer that is still to come is not told. */
  leave(block: number): void
}

/** A worker that gives no answer for so long reads code that its grammar can't cope with. */
const giveUpMs = 30_000

/** Makes the worker when it is first asked. One that breaks or hangs is ended: what it was asked for stays plain. */
export function createHighlightWorker(openPort: () => HighlightPort, timers: Timers): HighlightWorker {
  const asked = new Map<number, { readonly onAnswer: OnAnswer; readonly cancelGivingUp: () => void }>()
  let port: HighlightPort | undefined

  function connect(): HighlightPort {
    const opened = openPort()
    opened.addEventListener('message', ({ data }) => {
      const { block, tokens } = colouredLinesSchema.parse(data)
      take(block)?.(tokens && unpackTokens(tokens))
    })
    opened.addEventListener('error', giveUp)
    return opened
  }

  function giveUp(): void {
    port?.terminate()
    port = undefined
    for (const block of [...asked.keys()]) take(block)?.(null)
  }

  function take(block: number): OnAnswer | undefined {
    const question = asked.get(block)
    question?.cancelGivingUp()
    asked.delete(block)
    return question?.onAnswer
  }

  return {
    ask(question, onAnswer) {
      asked.set(question.block, { onAnswer, cancelGivingUp: timers.after(giveUpMs, giveUp) })
      port ??= connect()
      port.postMessage(question)
    },
    leave(block) {
      take(block)
      port?.postMessage({ type: 'left', block })
    },
  }
}
