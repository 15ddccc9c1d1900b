import type { Attachment } from '@livetype/protocol'

/** A file as a browser hands it over. */
export interface LocalFile {
  readonly name: string
  readonly size: number
  /** What the browser takes it for, by its name: good for a guess. */
  readonly type: string
}

/** What one upload needs. */
export interface UploadRequest {
  /** Made by the client: the same id again is the same upload (RUN1). */
  readonly fileId: string
  readonly file: LocalFile
  /** Aborting it ends the upload; nothing is left of it on the server. */
  readonly signal: AbortSignal
  /** How much of it has gone out, from 0 to 1. */
  readonly onProgress: (part: number) => void
}

/** Brings a file to the server. Rejects with a `ChatError`. */
export type Upload = (request: UploadRequest) => Promise<Attachment>
