import { createParser, type EventSourceMessage } from 'eventsource-parser'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePosition } from './plain-frames.ts'
import { TextFramer } from './text-framer.ts'

const replyId = 'reply-0001'

/** What a client gets of the pieces when it has `length` units already, over bytes as on a socket. */
function receive(pieces: readonly string[], length = 0): EventSourceMessage[] {
  const framer = new TextFramer(replyId, length)
  const frames = [...pieces.map((piece) => framer.push(piece)), framer.end()]
  const messages: EventSourceMessage[] = []
  const parser = createParser({ onEvent: (message) => messages.push(message) })
  parser.feed(Buffer.concat(frames.map((frame) => Buffer.from(frame))).toString())
  return messages
}

const dataOf = (messages: readonly EventSourceMessage[]) => messages.map(({ data }) => data).join('')

/** All that SSE changes of a text. */
const asReceived = (text: string) => text.replace(/\r\n?/g, '\n').toWellFormed()

const snippet = fc.constantFrom(
  ...['a', ' ', '\n', '\r', '\r\n', '\t', ':', 'data: ', 'é', '👍', '\uD83D', '\uDC4D', '\u2028', '\u2029', '\u0085'],
)
/** A text and where it is cut into pieces. */
const cutText = fc.tuple(
  fc.array(snippet).map((snippets) => snippets.join('')),
  fc.array(fc.nat(4)),
)

function piecesOf([text, sizes]: [string, number[]]): string[] {
  let at = 0
  const pieces = sizes.map((size) => {
    at += size
    return text.slice(at - size, at)
  })
  return [...pieces, text.slice(at)]
}

describe('TextFramer', () => {
  it('[SUB1] any text arrives as it was, however it is cut into pieces', () => {
    fc.assert(
      fc.property(cutText, ([text, sizes]) => {
        expect(dataOf(receive(piecesOf([text, sizes])))).toBe(asReceived(text))
      }),
    )
  })

  it('[SUB1] whoever resumes from any position that was given out has lost nothing and gets nothing twice', () => {
    fc.assert(
      fc.property(cutText, cutText, ([text, sizes], [, otherSizes]) => {
        const messages = receive(piecesOf([text, sizes]))
        // The last may be given out for half a character at the very end, behind which nothing comes.
        for (const [index, { id }] of messages.entries()) {
          const position = parsePosition(id ?? '')
          if (!position || position === 'done') return expect.fail(`no position: ${id}`)
          const rest = receive(piecesOf([text.slice(position.length), otherSizes]), position.length)
          expect(dataOf([...messages.slice(0, index + 1), ...rest])).toBe(asReceived(text))
        }
      }),
    )
  })

  it('a carriage return waits for the newline that may follow', () => {
    const framer = new TextFramer(replyId, 0)
    expect(framer.push('a\r')).toBe(`data: a\nid: ${replyId}.1\n\n`)
    expect(framer.push('\nb')).toBe(`data: \ndata: b\nid: ${replyId}.4\n\n`)
    expect(framer.end()).toBe('')
  })

  it('half a character waits for its other half', () => {
    const framer = new TextFramer(replyId, 7)
    expect(framer.push('\uD83D')).toBe('')
    expect(framer.push('\uDC4D')).toBe(`data: 👍\nid: ${replyId}.9\n\n`)
  })
})
