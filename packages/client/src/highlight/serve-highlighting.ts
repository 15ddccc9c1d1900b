import { type CodeReader, createCodeReader } from './code-reader.ts'
import type { LineTokenizer } from './line-tokenizer.ts'
import { type ColouredLines, type LinesToColour, pageMessageSchema } from './messages.ts'
import { packTokens } from './packed-tokens.ts'

/** The worker's end of the way to the page. */
interface WorkerPort {
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  postMessage(message: ColouredLines): void
}

/** Answers what the page asks, in a worker of its own: reading code is never in the way of what a person does. */
export function serveHighlighting(port: WorkerPort, reader: CodeReader = createCodeReader()): void {
  const blocks = new Map<number, LineTokenizer>()

  async function colour({ block, language, first, lines, isLastOpen }: LinesToColour): Promise<ColouredLines> {
    try {
      if (first === 0) blocks.set(block, await reader.begin(language))
      const tokenizer = blocks.get(block)
      // What came before was read by a worker that is no more.
      if (!tokenizer) return { block, tokens: null }
      return { block, tokens: packTokens(tokenizer.tokenize(lines, isLastOpen)) }
    } catch {
      // A grammar that can't be had, or that its code breaks: the block stays plain.
      return { block, tokens: null }
    }
  }

  port.addEventListener('message', ({ data }) => {
    const message = pageMessageSchema.parse(data)
    if (message.type === 'left') blocks.delete(message.block)
    else void colour(message).then((answer) => port.postMessage(answer))
  })
}
