import { readFileSync } from 'node:fs'
import { type ExportedConversation, textOf } from '@livetype/protocol'
import { expect, test } from 'vitest'
import { readConversation } from './read-conversation.ts'

const options = { ownerId: 'me', now: 1_800_000_000_000 }

function fixture(name: string): unknown[] {
  const parsed: unknown = JSON.parse(readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8'))
  return Array.isArray(parsed) ? parsed : [parsed]
}

/** The texts of a conversation, each below what it follows. */
function shapeOf({ messages }: ExportedConversation): (readonly [string | null, string])[] {
  const texts = new Map(messages.map((message) => [message.id, textOf(message)]))
  return messages.map((message) => [message.parentId && (texts.get(message.parentId) ?? null), textOf(message)])
}

test('[DATA3] a conversation of ChatGPT is read with its branches, tools, thoughts and odd messages', () => {
  const { conversation, notes } = readConversation(fixture('chatgpt.json')[0], options)
  const image = '*[image: not in the export]*\n\nWhich planet is this?'
  const tools = "````python\nprint('```', 687)\n````\n\n````\n``` 687\n````\n\n687 days."
  expect(shapeOf(conversation)).toEqual([
    [null, image],
    [image, 'Mars, I think.'],
    ['Mars, I think.', 'Compute its year.'],
    ['Compute its year.', tools],
    [image, 'Venus, surely.'],
    [null, 'I lost my parent.'],
  ])
  expect(conversation.title).toHaveLength(200)
  expect(conversation.createdAt).toBe(1_700_000_000_123)
  expect(conversation.messages[3]).toMatchObject({
    modelId: 'o3',
    parts: [{ type: 'reasoning', text: 'Orbits\n\nKepler helps.' }, { type: 'text' }],
    reply: { status: 'completed', startedAt: 1_700_000_005_000, endedAt: 1_700_000_008_000 },
  })
  const chosen = conversation.chosenIds.map((id) =>
    textOf(conversation.messages.find((one) => one.id === id) ?? { parts: [] }),
  )
  expect(chosen, 'the path leads to the current message').toEqual([image, 'Mars, I think.'])
  expect(notes).toEqual([
    'Left out: 1 × image, which is not in the file.',
    'Left out: 1 × message of the unknown kind “hologram”.',
    'Left out: 2 × message that leads in a circle.',
    'The title was cut to 200 characters.',
  ])
})

test('[DATA3] a conversation without messages, title or times is one all the same', () => {
  const { conversation, notes } = readConversation(fixture('chatgpt.json')[1], options)
  expect(conversation).toMatchObject({ title: 'New conversation', createdAt: options.now, messages: [] })
  expect(notes).toEqual(['It has no messages.'])
})

test.each([2, 3])('[DATA3] what is no conversation is refused with a reason (%i)', (index) => {
  expect(() => readConversation(fixture('chatgpt.json')[index], options)).toThrow(/This is no conversation/)
})

test('[DATA3] a conversation of Open WebUI is read with models side by side, reasoning, usage and ratings', () => {
  const { conversation, notes } = readConversation(fixture('open-webui.json')[0], options)
  const hello = 'Hello?\n\n*[image: not imported]*\n\n*[file: not imported]*'
  expect(shapeOf(conversation)).toEqual([
    [null, hello],
    [hello, 'From llama'],
    [hello, 'From qwen'],
    ['From qwen', 'And then?'],
    ['And then?', ''],
  ])
  expect(conversation.messages[1]).toMatchObject({
    modelName: 'Llama 3',
    feedback: { rating: 'down', comment: 'Too short' },
  })
  expect(conversation.messages[2]).toMatchObject({
    parts: [
      { type: 'reasoning', text: 'Greet back.' },
      { type: 'text', text: 'From qwen' },
    ],
    reply: { usage: { inputTokens: 11, outputTokens: 22 } },
  })
  expect(conversation.messages[4]).toMatchObject({ reply: { status: 'interrupted' } })
  expect(notes).toEqual(['Left out: 1 × image.', 'Left out: 1 × file.'])
})

test('[DATA3] an older conversation of Open WebUI, a list, becomes a path', () => {
  const { conversation } = readConversation(fixture('open-webui.json')[1], options)
  expect(shapeOf(conversation)).toEqual([
    [null, 'Old list'],
    ['Old list', 'Old answer'],
    ['Old answer', 'With parts\n\n*[image: not imported]*'],
  ])
  expect(conversation.title).toBe('Old list')
})

test('the same source gives the same ids, and another owner others', () => {
  const [source] = fixture('open-webui.json')
  const idOf = (ownerId: string) => readConversation(source, { ...options, ownerId }).conversation.id
  expect(idOf('me')).toBe(idOf('me'))
  expect(idOf('me')).not.toBe(idOf('you'))
})
