import { describe, expect, it } from 'vitest'
import { formatCursor, formatStreamCursor, parseCursor, parseStreamCursor } from './cursor.ts'

describe('cursors', () => {
  it('say where a log and a stream stand, and are read back', () => {
    expect(parseCursor(formatCursor({ epoch: 2, seq: 7 }))).toEqual({ epoch: 2, seq: 7 })
    for (const conversationSeq of [null, 0, 9]) {
      const position = { epoch: 2, workspaceSeq: 3, conversationSeq }
      expect(parseStreamCursor(formatStreamCursor(position))).toEqual(position)
    }
  })
  it.each(['', '1', '1:', ':1', '1:-1', '1:1.5', 'a:b', '1:1:1:1', '9'.repeat(30)])('%j is none', (text) => {
    expect(parseCursor(text)).toBeUndefined()
    expect(parseStreamCursor(text)).toBeUndefined()
  })
})
