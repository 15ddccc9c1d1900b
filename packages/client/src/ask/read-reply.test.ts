import type { AssistantMessage, Part, ReplyState } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import { eventsBetween } from './read-reply.ts'

const queued: ReplyState = { status: 'queued', queuedAt: 1 }
const running: ReplyState = { status: 'running', startedAt: 2 }
const stopped = (startedAt: number): ReplyState => ({ status: 'stopped', startedAt, endedAt: 3 })

function typesBetween(before: AssistantMessage | undefined, after: AssistantMessage) {
  return eventsBetween(before, after).map(({ type }) => type)
}

describe('the events of a reply that waits for its turn', () => {
  it('[RUN7] tell that it waits, and when its turn comes', () => {
    expect(typesBetween(undefined, reply(queued))).toEqual(['run-queued'])
    expect(typesBetween(reply(queued), reply(queued))).toEqual([])
    expect(typesBetween(reply(queued), reply(running))).toEqual(['run-started'])
    expect(typesBetween(reply(queued), reply(stopped(2), 'half'))).toEqual(['run-started', 'text-delta', 'run-ended'])
  })

  it('[RUN7] tell no beginning of one that ended before its turn', () => {
    expect(typesBetween(reply(queued), reply(stopped(1)))).toEqual(['run-ended'])
  })

  it('tell the beginning of one whose waiting was not seen', () => {
    expect(typesBetween(undefined, reply(running))).toEqual(['run-started'])
    expect(typesBetween(undefined, reply(stopped(2)))).toEqual(['run-started', 'run-ended'])
  })
})

function reply(state: ReplyState, text = ''): AssistantMessage {
  const parts: Part[] = text === '' ? [] : [{ type: 'text', text }]
  return {
    id: 'reply-a',
    parentId: 'message-a',
    role: 'assistant',
    parts,
    createdAt: 1,
    runId: 'run-a',
    modelId: 'demo',
    modelName: 'Demo',
    reply: state,
  }
}
