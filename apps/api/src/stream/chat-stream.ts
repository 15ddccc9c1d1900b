import { type ChatDatabase, type EventLog, type LogName, workspaceLog } from '@livetype/db'
import type { ChatStreamInput, StreamEvent } from '@livetype/protocol'
import type { TemporaryChats } from '../conversations/temporary-chats.ts'
import { type Position, parseCursor, parseStreamCursor } from './cursor.ts'
import { createStreamPlace } from './stream-place.ts'

/** What is yielded: the cursor behind the events, and the events. */
export type StreamBatch = readonly [cursor: string, events: readonly StreamEvent[]]

/**
 * Follows an owner's workspace and one conversation in one stream, from the input's cursors, until `signal` aborts.
 * A cursor that can't be resumed yields a reset of its log first. Never throws for what the input says: a
 * conversation that is not the owner's is reset, and the snapshot then says "not found".
 * @see SPEC.md SUB1, SUB2, SUB4
 */
export async function* streamChat(options: {
  database: ChatDatabase
  ownerId: string
  input: ChatStreamInput
  signal: AbortSignal
  /** Who follows a temporary conversation keeps it (TEMP1). */
  temporaryChats?: Pick<TemporaryChats, 'hold'>
}): AsyncGenerator<StreamBatch, void, void> {
  const { database, ownerId, input, signal } = options
  const { log } = database
  const conversationId = input.conversation?.id ?? null
  using _ = holdTemporary(options)
  const wanted = wantedPositions(input)
  const workspace = workspaceLog(ownerId)
  // Where another epoch begins from here on, the follower below is the one that tells.
  const { epoch } = await log.bounds(workspace)
  const place = createStreamPlace({ epoch, workspace, conversationId })

  const resets: LogName[] = []
  if (!input.withoutWorkspace) {
    const start = await startPosition(log, workspace, { wanted: wanted.workspace, epoch })
    if (start.isReset) resets.push(workspace)
    place.stand(workspace, start.seq)
  }
  const { conversation } = place
  if (conversation && conversationId !== null) {
    const start = await startPosition(log, conversation, { wanted: wanted.conversation, epoch })
    const isReadable = await isFollowable(database, ownerId, conversationId)
    if (start.isReset || !isReadable) resets.push(conversation)
    if (isReadable) place.stand(conversation, start.seq)
  }
  if (resets.length > 0) yield [place.cursor(), resets.map(place.resetOf)]

  let isOwnerSure = false
  for await (const batch of log.follow(place.positions, signal, epoch)) {
    if (batch.type === 'reset') {
      const names = place.reset(batch.bounds)
      if (names.length > 0) yield [place.cursor(), names.map(place.resetOf)]
      continue
    }
    if (batch.log === conversation && conversationId !== null && !isOwnerSure) {
      // It may have been nobody's when the follower attached: whose it is now decides.
      isOwnerSure = (await database.conversations.find(ownerId, conversationId)) !== undefined
      if (!isOwnerSure) {
        place.leave(conversation)
        continue
      }
    }
    place.stand(batch.log, batch.events.at(-1)?.seq ?? 0)
    yield [place.cursor(), batch.events]
  }
}

function holdTemporary({
  input,
  temporaryChats,
}: {
  input: ChatStreamInput
  temporaryChats?: Pick<TemporaryChats, 'hold'>
}): Disposable | undefined {
  return input.conversation ? temporaryChats?.hold(input.conversation.id) : undefined
}

interface WantedPositions {
  /** Null: from the beginning. Undefined: a cursor that can't be read. */
  readonly workspace: Position | null | undefined
  readonly conversation: Position | null | undefined
}

function wantedPositions(input: ChatStreamInput): WantedPositions {
  if (input.lastEventId) {
    const position = parseStreamCursor(input.lastEventId)
    if (!position) return { workspace: undefined, conversation: undefined }
    const { epoch, workspaceSeq, conversationSeq } = position
    return {
      workspace: { epoch, seq: workspaceSeq },
      conversation: conversationSeq === null ? undefined : { epoch, seq: conversationSeq },
    }
  }
  const { workspaceCursor, conversation } = input
  return {
    workspace: workspaceCursor ? parseCursor(workspaceCursor) : null,
    conversation: conversation?.cursor ? parseCursor(conversation.cursor) : null,
  }
}

/**
 * Where following begins. A position of this very epoch that is ahead of the log was never given out by what is in
 * the file now: the log has lost its tail, or another copy was put in its place, and no position can be trusted.
 */
async function startPosition(
  log: EventLog,
  name: LogName,
  { wanted, epoch }: { wanted: Position | null | undefined; epoch: number },
): Promise<{ seq: number; isReset: boolean }> {
  const { floorSeq, headSeq } = await log.bounds(name)
  const position = wanted === null ? { epoch, seq: 0 } : wanted
  if (position?.epoch !== epoch) return { seq: headSeq, isReset: true }
  if (position.seq > headSeq) await log.raiseEpoch()
  const isResumable = position.seq >= floorSeq && position.seq <= headSeq
  return isResumable ? { seq: position.seq, isReset: false } : { seq: headSeq, isReset: true }
}

/** A conversation of the owner's, or an id that nobody has: a client follows it before its first message is stored. */
async function isFollowable(database: ChatDatabase, ownerId: string, conversationId: string): Promise<boolean> {
  if (await database.conversations.find(ownerId, conversationId)) return true
  return !(await database.conversations.isTaken(conversationId))
}
