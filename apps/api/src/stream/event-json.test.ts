import type { StreamEvent } from '@livetype/protocol'
import { expect, it } from 'vitest'
import { createEventJson } from './event-json.ts'

it('writes what JSON.stringify writes, the first time and again', () => {
  const toJson = createEventJson()
  const events: StreamEvent[] = [
    { type: 'workspace-reset' },
    { type: 'text-delta', seq: 3, messageId: 'reply-0001', partIndex: 0, offset: 0, text: '“a”\n\u2028' },
    { type: 'conversation-updated', seq: 9, conversationId: 'conversation-1', updatedAt: 5, runningCount: 1 },
  ]
  for (const batch of [[], events.slice(0, 1), events, events]) expect(toJson(batch)).toBe(JSON.stringify(batch))
})
