import { readEvents, send } from './http-client.ts'
import type { Clients, Turns } from './turns.ts'

/** What the mock model sends; the check of the tokens finds whatever is not so. */
interface Chunk {
  readonly choices: readonly { readonly delta: { readonly content?: string } }[]
}

/** Clients of the bare proxy: they read the model's own stream. */
export function openProxyClients(url: string): Clients {
  const client: Turns = {
    open: async () => {},
    async turn(model, onText) {
      const body = { model, stream: true, messages: [{ role: 'user', content: 'Hi' }] }
      let isDone = false
      await readEvents(await send(url, { body }), (data) => {
        if (data === '[DONE]') {
          isDone = true
          return
        }
        const text = (JSON.parse(data) as Chunk).choices[0]?.delta.content
        if (text) onText(text)
      })
      if (!isDone) throw new Error('the stream ended without [DONE]')
    },
  }
  return { prepare: async (count) => Array.from({ length: count }, () => client) }
}
