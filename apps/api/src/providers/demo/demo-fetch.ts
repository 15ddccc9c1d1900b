import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { continueInstruction } from '../continuation-turns.ts'
import { demoEvents } from './demo-events.ts'
import { demoContinuation, demoReply } from './demo-reply.ts'
import type { DemoScript } from './demo-script.ts'
import { timedStream } from './timed-stream.ts'

/** The text of a message; images come beside it, and it names them. */
const contentSchema = z.union([
  z.string(),
  z
    .array(z.object({ type: z.string(), text: z.string().default('') }))
    .transform((parts) => parts.map(({ text }) => text).join('')),
])

const requestSchema = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: contentSchema })),
})

/**
 * A `fetch` that asks no network: it answers chat requests itself, with the wire format that real servers use,
 * so that the demo goes all the way that a real reply goes.
 */
export function createDemoFetch(options: { clock: Clock; tokensPerSecond: number }): typeof fetch {
  return async (_input, init) => {
    const signal = init?.signal ?? new AbortController().signal
    const { model, messages } = requestSchema.parse(await new Response(init?.body ?? null).json())
    const script = scriptFor(messages.filter(({ role }) => role === 'user' || role === 'assistant'))
    const promptText = messages.map(({ content }) => content).join('\n')
    const events = demoEvents(script, { modelId: model, promptText, tokensPerSecond: options.tokensPerSecond })
    const body = timedStream(events, { clock: options.clock, signal })
    return new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } })
  }
}

/** What the demo writes after these turns of user and assistant. */
function scriptFor(turns: readonly { role: string; content: string }[]): DemoScript {
  const written = turns.at(-1)?.content === continueInstruction ? turns.at(-2) : undefined
  const asked = written?.role === 'assistant' ? turns.slice(0, -2) : turns
  const lastUserIndex = asked.findLastIndex(({ role }) => role === 'user')
  const script = demoReply(asked[lastUserIndex]?.content ?? '', Math.max(0, lastUserIndex))
  return asked === turns ? script : demoContinuation(script, written?.content ?? '')
}
