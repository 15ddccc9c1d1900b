import { type ChatDatabase, conversationLog, type LogName, workspaceLog } from '@livetype/db'
import type { ChatStreamInput, StreamEvent } from '@livetype/protocol'
import { formatStreamCursor, type Position, parseCursor, parseStreamCursor } from './cursor.ts'

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
}): AsyncGenerator<StreamBatch, void, void> {
  const { database, ownerId, input, signal } = options
  const { log } = database
  const conversationId = input.conversation?.id ?? null
  const epoch = database.epoch()
  const wanted = wantedPositions(input)

  const workspace = workspaceLog(ownerId)
  const conversation = conversationId === null ? null : conversationLog(conversationId)
  const positions = new Map<LogName, number>()
  const resets: StreamEvent[] = []

  const workspaceStart = await startPosition(database, workspace, wanted.workspace)
  if (workspaceStart.isReset) resets.push({ type: 'workspace-reset' })
  positions.set(workspace, workspaceStart.seq)

  if (conversation && conversationId !== null) {
    const start = await startPosition(database, conversation, wanted.conversation)
    const isReadable = await isFollowable(database, ownerId, conversationId)
    if (start.isReset || !isReadable) resets.push({ type: 'conversation-reset', conversationId })
    if (isReadable) positions.set(conversation, start.seq)
  }

  const cursor = () =>
    formatStreamCursor({
      epoch,
      workspaceSeq: positions.get(workspace) ?? 0,
      conversationSeq: conversation === null ? null : (positions.get(conversation) ?? 0),
    })

  if (resets.length > 0) yield [cursor(), resets]
  let isOwnerSure = false
  for await (const batch of log.follow(positions, signal)) {
    if (batch.log === conversation && conversationId !== null && !isOwnerSure) {
      // It may have been nobody's when the follower attached: whose it is now decides.
      if (!(await database.conversations.find(ownerId, conversationId))) {
        positions.delete(conversation)
        continue
      }
      isOwnerSure = true
    }
    positions.set(batch.log, batch.events.at(-1)?.seq ?? 0)
    yield [cursor(), batch.events]
  }
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

async function startPosition(
  database: ChatDatabase,
  name: LogName,
  wanted: Position | null | undefined,
): Promise<{ seq: number; isReset: boolean }> {
  const { floorSeq, headSeq } = await database.log.bounds(name)
  const position = wanted === null ? { epoch: database.epoch(), seq: 0 } : wanted
  const isResumable =
    position !== undefined && position.epoch === database.epoch() && position.seq >= floorSeq && position.seq <= headSeq
  return isResumable ? { seq: position.seq, isReset: false } : { seq: headSeq, isReset: true }
}

/** A conversation of the owner's, or an id that nobody has: a client follows it before its first message is stored. */
async function isFollowable(database: ChatDatabase, ownerId: string, conversationId: string): Promise<boolean> {
  if (await database.conversations.find(ownerId, conversationId)) return true
  return !(await database.conversations.isTaken(conversationId))
}
