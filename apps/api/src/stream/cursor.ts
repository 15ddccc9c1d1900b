/** Where a follower stands in one log. */
export interface Position {
  readonly epoch: number
  readonly seq: number
}

/** Where a stream stands in the logs it follows. */
export interface StreamPosition {
  readonly epoch: number
  readonly workspaceSeq: number
  /** Null where no conversation is followed. */
  readonly conversationSeq: number | null
}

/** A log's cursor: `epoch:seq`. */
export function formatCursor({ epoch, seq }: Position): string {
  return `${epoch}:${seq}`
}

/** Reads a log's cursor; undefined for anything that is not one. */
export function parseCursor(text: string): Position | undefined {
  const match = /^(\d{1,15}):(\d{1,15})$/.exec(text)
  return match ? { epoch: Number(match[1]), seq: Number(match[2]) } : undefined
}

/** The id of a stream's event: `epoch:workspace-seq:conversation-seq`, the last one empty where there is none. */
export function formatStreamCursor({ epoch, workspaceSeq, conversationSeq }: StreamPosition): string {
  return `${epoch}:${workspaceSeq}:${conversationSeq ?? ''}`
}

/** Reads the id of a stream's event; undefined for anything that is not one. */
export function parseStreamCursor(text: string): StreamPosition | undefined {
  const match = /^(\d{1,15}):(\d{1,15}):(\d{0,15})$/.exec(text)
  if (!match) return undefined
  return {
    epoch: Number(match[1]),
    workspaceSeq: Number(match[2]),
    conversationSeq: match[3] ? Number(match[3]) : null,
  }
}
