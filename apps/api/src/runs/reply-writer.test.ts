import { conversationLog, createMemoryEventLog } from '@livetype/db'
import { foldDelta, isDelta, type Part } from '@livetype/protocol'
import { expect, it } from 'vitest'
import { createReplyWriter } from './reply-writer.ts'

const name = conversationLog('conversation-1')

const unexpected = () => expect.fail('the log takes everything')

type Piece = readonly [type: 'text' | 'reasoning', text: string]

/** The parts of a reply that had `parts` and was given these pieces, one a second, as a follower folds them. */
async function writeTimed(parts: readonly Part[], pieces: readonly Piece[]): Promise<Part[]> {
  const log = createMemoryEventLog()
  let at = 0
  const options = { log, name, messageId: 'reply-0001', parts, now: () => at, onFailure: unexpected }
  const writer = createReplyWriter(options)
  for (const [type, text] of pieces) {
    at += 1_000
    writer.write(`${type}-delta`, text)
  }
  await log.append([
    { log: name, event: { type: 'run-ended', runId: 'r', messageId: 'm', status: 'completed', endedAt: 1 } },
  ])
  let folded = [...parts]
  for (const event of await log.read(name, 0, 100)) {
    if (isDelta(event)) folded = foldDelta(folded, event) ?? expect.fail('there is a gap')
  }
  return folded
}

/** The same without times. */
async function write(parts: readonly Part[], pieces: readonly Piece[]): Promise<Part[]> {
  return (await writeTimed(parts, pieces)).map(({ type, text }) => ({ type, text }))
}

const text = (written: string): Part => ({ type: 'text', text: written })
const reasoning = (written: string): Part => ({ type: 'reasoning', text: written })

it('begins a part where the kind of text changes', async () => {
  const pieces = [
    ['reasoning', 'hm'],
    ['text', 'Hel'],
    ['text', 'lo'],
    ['reasoning', 'so'],
  ] as const
  expect(await write([], pieces)).toEqual([reasoning('hm'), text('Hello'), reasoning('so')])
})

it('[RUN9] goes on in the last text, in the middle of a word', async () => {
  expect(await write([text('Hel')], [['text', 'lo']])).toEqual([text('Hello')])
  expect(await write([text('Hel'), reasoning('hm')], [['text', 'lo']])).toEqual([text('Hello'), reasoning('hm')])
})

it('[RUN9] what is thought before going on stands behind, in a part of its own', async () => {
  const pieces = [
    ['reasoning', 'where was I'],
    ['text', 'lo'],
  ] as const
  expect(await write([reasoning('hm'), text('Hel')], pieces)).toEqual([
    reasoning('hm'),
    text('Hello'),
    reasoning('where was I'),
  ])
  expect(await write([reasoning('hm')], pieces)).toEqual([reasoning('hm'), reasoning('where was I'), text('lo')])
})

it('[RUN9] what is written after more thought follows it', async () => {
  const pieces = [
    ['text', 'lo'],
    ['reasoning', 'next'],
    ['text', 'And'],
  ] as const
  expect(await write([text('Hel')], pieces)).toEqual([text('Hello'), reasoning('next'), text('And')])
})

it('[RUN12] keeps when each part began, and for how long each thought was thought', async () => {
  const pieces = [
    ['reasoning', 'h'],
    ['reasoning', 'm'],
    ['text', 'Hel'],
    ['reasoning', 'so'],
    ['text', 'lo'],
  ] as const
  expect(await writeTimed([], pieces)).toEqual([
    { type: 'reasoning', text: 'hm', startedAt: 1_000, durationMs: 2_000 },
    { type: 'text', text: 'Hel', startedAt: 3_000 },
    { type: 'reasoning', text: 'so', startedAt: 4_000, durationMs: 1_000 },
    { type: 'text', text: 'lo', startedAt: 5_000 },
  ])
})

it('[RUN12] ends a thought with what joins the text before it', async () => {
  const pieces = [
    ['reasoning', 'next'],
    ['text', 'lo'],
  ] as const
  expect(await writeTimed([text('Hel')], pieces)).toEqual([
    text('Hello'),
    { type: 'reasoning', text: 'next', startedAt: 1_000, durationMs: 1_000 },
  ])
})

it('counts the text that was there', () => {
  const options = { log: createMemoryEventLog(), name, messageId: 'reply-0001', now: () => 7, onFailure: unexpected }
  expect(createReplyWriter({ ...options, parts: [text('Hel')] }).hasText).toBe(true)
  expect(createReplyWriter({ ...options, parts: [reasoning('hm')] }).hasText).toBe(false)
})
