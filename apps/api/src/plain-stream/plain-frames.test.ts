import { createParser, type EventSourceMessage } from 'eventsource-parser'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { doneFrame, parsePosition, positionFrame, textFrame } from './plain-frames.ts'

function parse(frames: string): EventSourceMessage[] {
  const messages: EventSourceMessage[] = []
  const parser = createParser({ onEvent: (message) => messages.push(message) })
  parser.feed(frames)
  return messages
}

it('any text arrives as it was, newlines intact', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', ' ', '\n', '\t', ':', 'data: ', 'é', '👍', '\n\n', '\u2028', '\u2029'), {
        minLength: 1,
      }),
      (pieces) => {
        const text = pieces.join('')
        expect(parse(textFrame(text, { replyId: 'reply-0001', length: text.length }))).toEqual([
          { data: text, event: undefined, id: `reply-0001.${text.length}` },
        ])
      },
    ),
  )
})

it('carriage returns become newlines, which is all SSE can carry', () => {
  expect(parse(textFrame('a\r\nb\rc', { replyId: 'reply-0001', length: 6 }))[0]?.data).toBe('a\nb\nc')
})

it('reads the positions it gives out and no others', () => {
  expect(parsePosition('reply-0001.12')).toEqual({ replyId: 'reply-0001', length: 12 })
  expect(parsePosition('done')).toBe('done')
  for (const text of ['', 'reply-0001', 'reply-0001.-1', 'a.1', 'reply-0001.1.2', 'reply-0001.x']) {
    expect(parsePosition(text)).toBeUndefined()
  }
})

it('a position alone raises no event', () => {
  expect(parse(positionFrame({ replyId: 'reply-0001', length: 0 }))).toEqual([])
})

it('the end is JSON', () => {
  const [message] = parse(doneFrame({ status: 'completed' }))
  expect(message).toMatchObject({ event: 'done', id: 'done' })
  expect(JSON.parse(message?.data ?? '')).toEqual({ status: 'completed' })
})
