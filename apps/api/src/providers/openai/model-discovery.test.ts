import { describe, expect, it, vi } from 'vitest'
import { FakeClock } from '../fake-clock.ts'
import { createOpenAiProvider } from './openai-provider.ts'

/** A provider whose server answers with what `answer` gives at the time. */
function discovering(answer: () => Response) {
  const clock = new FakeClock()
  const fetch = vi.fn(async () => answer())
  const onDiscoveryFailed = vi.fn()
  const provider = createOpenAiProvider({
    id: 'test',
    baseUrl: 'http://models.invalid/v1',
    clock,
    fetch,
    onDiscoveryFailed,
  })
  const ids = async () => (await provider.models()).map(({ id }) => id)
  return { clock, fetch, onDiscoveryFailed, provider, ids }
}

const list = (...data: unknown[]) => Response.json({ object: 'list', data })
const settled = () => new Promise(setImmediate)

describe('model discovery', () => {
  it('asks once for all who ask within a minute', async () => {
    const { fetch, ids, clock } = discovering(() => list({ id: 'a' }))
    expect(await Promise.all([ids(), ids()])).toEqual([['a'], ['a']])
    clock.advance(59_000)
    expect(await ids()).toEqual(['a'])
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('asks again later without keeping anybody waiting', async () => {
    let models = ['a']
    const { ids, clock, provider } = discovering(() => list(...models.map((id) => ({ id }))))
    await ids()
    models = ['b']
    clock.advance(60_000)
    expect(await ids()).toEqual(['a'])
    await settled()
    await vi.waitFor(async () => expect(await provider.models()).toMatchObject([{ id: 'b' }]))
  })

  it('keeps what it knows while the server can not be asked, and tells why it can not', async () => {
    let answer = () => list({ id: 'a' })
    const { ids, clock, onDiscoveryFailed, provider } = discovering(() => answer())
    await ids()
    answer = () => new Response('no', { status: 500 })
    clock.advance(60_000)
    await ids()
    await vi.waitFor(() => expect(onDiscoveryFailed.mock.calls).toMatchObject([[{ code: 'model-unreachable' }]]))
    expect(await ids()).toEqual(['a'])
    expect(provider.unavailable?.()).toBeUndefined()
  })

  it('asks a server that could not be asked again after a few seconds', async () => {
    let answer = () => new Response('<html>', { headers: { 'content-type': 'text/html' } })
    const { ids, clock, fetch, onDiscoveryFailed, provider } = discovering(() => answer())
    expect(await ids()).toEqual([])
    expect(await ids()).toEqual([])
    expect(fetch).toHaveBeenCalledTimes(1)
    expect(onDiscoveryFailed.mock.calls).toMatchObject([[{ code: 'model-bad-answer' }]])
    expect(provider.unavailable?.()).toMatchObject({ failure: { code: 'model-bad-answer' } })
    answer = () => list({ id: 'a' })
    clock.advance(5000)
    expect(await ids()).toEqual(['a'])
    expect(provider.unavailable?.()).toBeUndefined()
  })

  it('offers the models that can chat, the newest first, with the window that the server reports', async () => {
    const { provider } = discovering(() =>
      list(
        { id: 'text-embedding-3-small', created: 9 },
        { id: 'old', created: 1, context_length: 1000 },
        { id: 'new', created: 5, max_model_len: 2000 },
        { id: 'new', created: 5, max_model_len: 2000 },
        { id: 'whisper-1' },
        { id: 'gpt-image-1' },
        { id: 'omni-moderation-latest' },
        { id: 'tts-1' },
        { id: 'gpt-4o', created: 3, context_window: 0 },
        { id: 7 },
        null,
      ),
    )
    expect(await provider.models()).toMatchObject([
      { id: 'new', contextTokens: 2000 },
      { id: 'gpt-4o', contextTokens: 128_000 },
      { id: 'old', contextTokens: 1000 },
    ])
  })
})
