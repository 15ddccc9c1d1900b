import { type LibraryChange, libraryLimits, makeId, type Preset, type Prompt } from '@livetype/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test-support/start-test-server.ts'
import { follow } from '../test-support/test-client.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({})
})
afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
})

const preset = (changes: Partial<Preset> = {}): Preset => ({
  id: makeId(),
  name: 'Pirate',
  icon: 'sparkles',
  configuration: { systemPrompt: 'Be a pirate.', temperature: 1 },
  position: 1,
  ...changes,
})
const prompt = (changes: Partial<Prompt> = {}): Prompt => {
  const id = makeId()
  return { id, name: `mail-${id.slice(0, 8)}`, title: 'A mail', body: 'Write to {{name}}.', position: 1, ...changes }
}
const libraryOf = async () => (await server.client.conversation.list.query()).library

describe('the library', () => {
  it('[CONFIG2] has what was saved, in its order, in the snapshot and in the stream', async () => {
    const { client } = server
    const [second, first] = [preset({ position: 2 }), preset({ position: -1 })]
    const { cursor } = await client.conversation.list.query()
    for (const one of [second, first]) await client.library.savePreset.mutate({ preset: one })
    expect((await libraryOf())?.presets).toEqual([first, second])
    const last: LibraryChange = { type: 'preset-deleted', presetId: second.id }
    await client.library.deletePreset.mutate({ presetId: second.id })
    const { events } = await follow(client, { workspaceCursor: cursor }, (event) => event.type === 'preset-deleted')
    expect(events).toMatchObject([{ preset: second }, { preset: first }, last])
    expect((await libraryOf())?.presets).toEqual([first])
  })

  it('[CONFIG2] takes the same twice as once, and what was deleted back as it was', async () => {
    const { client } = server
    const kept = prompt()
    const before = (await client.conversation.list.query()).seq
    await client.library.savePrompt.mutate({ prompt: kept })
    await client.library.savePrompt.mutate({ prompt: kept })
    await client.library.deletePrompt.mutate({ promptId: kept.id })
    await client.library.deletePrompt.mutate({ promptId: kept.id })
    await client.library.savePrompt.mutate({ prompt: kept })
    const { seq, library } = await client.conversation.list.query()
    expect(seq - before).toBe(3)
    expect(library?.prompts).toContainEqual(kept)
  })

  it.each([
    [prompt({ name: 'Not a slug' }), /small letters, digits/],
    [prompt({ body: ' ' }), /a prompt needs some text/],
    [prompt({ body: 'x'.repeat(libraryLimits.promptBody + 1) }), /up to 16000 characters/],
  ])('refuses a prompt that can’t be, with a sentence', async (wrong, sentence) => {
    await expect(server.client.library.savePrompt.mutate({ prompt: wrong })).rejects.toThrow(sentence)
  })

  it('refuses a name that another prompt has', async () => {
    const { client } = server
    const first = prompt()
    await client.library.savePrompt.mutate({ prompt: first })
    await expect(client.library.savePrompt.mutate({ prompt: prompt({ name: first.name }) })).rejects.toThrow(
      `There is a prompt named /${first.name} already. Choose another name.`,
    )
    await client.library.savePrompt.mutate({ prompt: { ...first, title: 'Renamed' } })
  })

  it('holds so many presets and no more', async () => {
    const { client } = server
    const held = (await libraryOf())?.presets.length ?? 0
    for (let count = held; count < libraryLimits.presets; count++) {
      await client.library.savePreset.mutate({ preset: preset({ position: count }) })
    }
    await expect(client.library.savePreset.mutate({ preset: preset() })).rejects.toThrow(/Delete one first/)
  })
})
