import type { ImportReport } from '@livetype/protocol'

/** A file as a browser hands it over. */
export interface ImportFile {
  readonly name: string
  readonly size: number
}

/** How far an import is. */
export interface ImportProgress {
  /** How much of the file has gone out, from 0 to 1. */
  readonly part: number
  /** How many conversations the server said it has read. */
  readonly conversations: number
}

/** What one import needs. */
export interface ImportRequest {
  readonly file: ImportFile
  /** Aborting it ends the import: what was taken by then stays. */
  readonly signal: AbortSignal
  readonly onProgress: (progress: ImportProgress) => void
}

/** Brings a file of conversations to the server. Rejects with a `ChatError`. */
export type SendImport = (request: ImportRequest) => Promise<ImportReport>
