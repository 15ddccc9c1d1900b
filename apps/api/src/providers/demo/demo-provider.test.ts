import { ChatError } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import { continuationTurns } from '../continuation-turns.ts'
import { FakeClock } from '../fake-clock.ts'
import type { ReplyPart, Turn } from '../provider.ts'
import { createDemoProvider } from './demo-provider.ts'
import { countWords } from './long-text.ts'

const fast = createDemoProvider({ tokensPerSecond: Number.POSITIVE_INFINITY })

function ask(text: string, options: { provider?: typeof fast; signal?: AbortSignal; before?: readonly Turn[] } = {}) {
  const { provider = fast, signal = new AbortController().signal, before = [] } = options
  return provider.reply({ modelId: 'demo', turns: [...before, { role: 'user', text }], signal })
}

async function partsOf(reply: AsyncIterable<readonly ReplyPart[]>): Promise<ReplyPart[][]> {
  const collected: ReplyPart[][] = []
  for await (const parts of reply) collected.push([...parts])
  return collected
}

async function textOf(reply: AsyncIterable<readonly ReplyPart[]>): Promise<string> {
  const parts = (await partsOf(reply)).flat()
  return parts.map((part) => (part.type === 'text' ? part.text : '')).join('')
}

describe('the demo model', () => {
  it('is labelled as no AI', async () => {
    expect(await fast.models()).toMatchObject([{ id: 'demo', name: 'Demo (built in, no AI)', isDemo: true }])
  })

  it('says so in its reply, echoes the question and how to connect a real model, and lists its commands', async () => {
    const text = await textOf(ask('What is the\ncapital of France?'))
    expect(text).toContain('It is no AI')
    expect(text).toContain('> What is the\n> capital of France?')
    for (const name of ['OPENAI_API_KEY', 'OPENAI_BASE_URL', 'OPENAI_MODELS', '.env']) expect(text).toContain(name)
    for (const name of ['long', 'code', 'table', 'math', 'think', 'slow', 'error', 'help']) {
      expect(text).toContain(`\`/${name}`)
    }
  })

  it('tells how many earlier turns it was given, not counting the system prompt', async () => {
    const system: Turn = { role: 'system', text: 'Be kind.' }
    const before: Turn[] = [system, { role: 'user', text: 'One' }, { role: 'assistant', text: 'Two' }]
    expect(await textOf(ask('Three', { before }))).toContain('**2 earlier turns**')
    expect(await textOf(ask('One', { before: [system] }))).toContain('no earlier turns')
  })

  it('gives the same parts for the same input', async () => {
    for (const question of ['Hello 👩‍🚀', '/long 90', '/think', '/code']) {
      expect(await partsOf(ask(question))).toEqual(await partsOf(ask(question)))
    }
  })

  it.each([1, 2, 3, 10, 57, 600, 5000])('/long %i has exactly as many words', async (count) => {
    expect(countWords(await textOf(ask(`/long ${count}`)))).toBe(count)
  })

  it('/long has 600 words and is varied markdown', async () => {
    const text = await textOf(ask('/long'))
    expect(countWords(text)).toBe(600)
    expect(text).toMatch(/^## .+$/m)
    expect(text).toMatch(/^- .+$/m)
    const paragraphs = text.split('\n\n')
    expect(new Set(paragraphs).size).toBe(paragraphs.length)
    expect(text.endsWith('.')).toBe(true)
  })

  it('/code has closed blocks of several languages', async () => {
    const fences = (await textOf(ask('/code'))).match(/^```.*$/gm)
    expect(fences).toEqual(['```ts', '```', '```python', '```', '```sql', '```', '```bash', '```'])
  })

  it('/table has tables and /math has formulas', async () => {
    expect(await textOf(ask('/table'))).toMatch(/^\| :--- \|/m)
    expect(await textOf(ask('/math'))).toMatch(/^\$\$$/m)
  })

  it('/think reasons before it writes', async () => {
    const types = (await partsOf(ask('/think'))).flat().map((part) => part.type)
    expect(types.indexOf('reasoning')).toBe(0)
    expect(types.lastIndexOf('reasoning')).toBeLessThan(types.indexOf('text'))
  })

  it('/error writes some text and then fails as an upstream does', async () => {
    let text = ''
    const failing = async () => {
      for await (const parts of ask('/error')) for (const part of parts) if (part.type === 'text') text += part.text
    }
    await expect(failing()).rejects.toThrow(ChatError)
    expect(text).toMatch(/is about to$/)
    await expect(failing()).rejects.toMatchObject({ code: 'model-unreachable', isRetryable: true })
  })

  it.each(['/long 90', '/think', '/code', 'Hello 👩‍🚀'])(
    '[RUN9] goes on with %s from where it stopped, to the same whole',
    async (question) => {
      const whole = await textOf(ask(question))
      for (const length of [1, Math.floor(whole.length / 2), whole.length - 1]) {
        const turns = continuationTurns([{ role: 'user', text: question }], whole.slice(0, length))
        const parts = (
          await partsOf(fast.reply({ modelId: 'demo', turns, signal: new AbortController().signal }))
        ).flat()
        const rest = parts.map((part) => (part.type === 'text' ? part.text : '')).join('')
        expect(whole.slice(0, length) + rest).toBe(whole)
        expect(parts.some((part) => part.type === 'reasoning')).toBe(false)
      }
    },
  )

  it('[RUN9] goes on behind its failure, and from the end of a text whose beginning it was not given', async () => {
    const goOn = (question: string, written: string) =>
      textOf(
        fast.reply({
          modelId: 'demo',
          turns: continuationTurns([{ role: 'user', text: question }], written),
          signal: new AbortController().signal,
        }),
      )
    expect(await goOn('/error', 'the model is about to')).toMatch(/^ fail\./)
    const whole = await textOf(ask('/long 90'))
    expect(await goOn('/long 90', whole.slice(100, 300))).toBe(whole.slice(300))
    expect(await goOn('/long 90', 'Never written by the demo.')).toContain('its own texts alone')
  })

  it('answers an unknown command with the known ones, and takes any text as a question', async () => {
    expect(await textOf(ask('/dance'))).toContain('no command `/dance`')
    expect(await textOf(ask('/etc/passwd?'))).toContain('> /etc/passwd?')
    expect(await textOf(ask('x'.repeat(200_000)))).toContain(`> ${'x'.repeat(280)}…`)
  })
})

describe('the typing of the demo model', () => {
  /** Asks, lets the time pass in steps of 10 ms, and returns when the first text came and when all had come. */
  async function timesOf(question: string) {
    const clock = new FakeClock()
    const reply = ask(question, { provider: createDemoProvider({ clock }) })
    let firstMs = 0
    let tokens = 0
    let isDone = false
    const reading = (async () => {
      for await (const parts of reply) {
        if (parts.some((part) => part.type === 'text')) firstMs ||= clock.now()
        for (const part of parts) if (part.type === 'usage') tokens = part.usage.outputTokens
      }
      isDone = true
    })()
    while (!isDone) {
      clock.advance(10)
      await new Promise(setImmediate)
    }
    await reading
    return { firstMs, tokens, totalMs: clock.now() }
  }

  it('is some 60 to 80 tokens a second', async () => {
    const { firstMs, tokens, totalMs } = await timesOf('/long 300')
    expect(firstMs).toBeLessThan(500)
    expect((tokens * 1000) / (totalMs - firstMs)).toBeGreaterThan(60)
    expect((tokens * 1000) / (totalMs - firstMs)).toBeLessThan(80)
  })

  it('begins after some three seconds and is slow for /slow', async () => {
    const { firstMs, tokens, totalMs } = await timesOf('/slow')
    expect(firstMs).toBeGreaterThanOrEqual(3000)
    expect(firstMs).toBeLessThan(3200)
    expect((tokens * 1000) / (totalMs - firstMs)).toBeLessThan(10)
  })

  it('[RUN4] ends at once, without an error, when it is stopped while it waits', async () => {
    const clock = new FakeClock()
    const stopping = new AbortController()
    const reply = ask('/slow', { provider: createDemoProvider({ clock }), signal: stopping.signal })
    const reading = textOf(reply)
    await new Promise(setImmediate)
    stopping.abort()
    expect(await reading).toBe('')
    expect(clock.pendingCount).toBe(0)
  })
})
