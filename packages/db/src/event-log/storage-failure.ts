import { ChatError } from '@livetype/protocol'
import BetterSqlite3 from 'better-sqlite3'

/** The database could not be written, whatever it was that should be: trying the same in smaller parts is no use. */
export class StorageError extends Error {
  override readonly name = 'StorageError'
  /** Another connection is writing: soon it may do. */
  readonly isBusy: boolean

  constructor(message: string, options: { cause: unknown }) {
    super(message, options)
    this.isBusy = codeOf(options.cause)?.startsWith('SQLITE_BUSY') ?? false
  }
}

/** `error` as a `StorageError` where it is the store's own, and not that of what was to be stored. */
export function asStorageError(error: unknown): unknown {
  const code = codeOf(error)
  return code === undefined || code.startsWith('SQLITE_CONSTRAINT')
    ? error
    : new StorageError('the database could not be written', { cause: error })
}

/** What whoever wanted to store something is told. */
export function storageFailed(cause: unknown): ChatError {
  const code = codeOf(cause instanceof StorageError ? cause.cause : cause)
  return new ChatError('storage-failed', `${sentenceOf(code)} What was shown before is safe.`, {
    isRetryable: true,
    cause,
  })
}

function sentenceOf(code: string | undefined): string {
  if (code === 'SQLITE_FULL') return 'The server’s disk is full: nothing can be stored until there is room again.'
  if (code?.startsWith('SQLITE_BUSY')) return 'Another program keeps the server’s database locked.'
  return 'The server could not store this.'
}

function codeOf(error: unknown): string | undefined {
  return error instanceof BetterSqlite3.SqliteError ? error.code : undefined
}
