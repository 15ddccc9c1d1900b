import type { TestClient } from '@livetype/api/test-support'
import { makeId } from '@livetype/protocol'
import { modelId } from './fault-stage.ts'

/** Ids of a question that was asked: where it was taken, it must be on disk. */
export interface TakenQuestion {
  readonly conversationId: string
  readonly messageId: string
  readonly replyId: string
  readonly runId: string
}

/** Begins many replies that nobody follows. What the server could not take, because it was killed, is left out. */
export async function askMany(
  client: TestClient,
  count: number,
  nextText: () => string,
): Promise<readonly TakenQuestion[]> {
  const asked = Array.from({ length: count }, async () => {
    const ids = { conversationId: makeId(), messageId: makeId(), replyId: makeId() }
    const started = await client.message.send.mutate({ ...ids, parentId: null, text: nextText(), modelId })
    return { ...ids, runId: started.reply.runId }
  })
  const settled = await Promise.allSettled(asked)
  return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
}
