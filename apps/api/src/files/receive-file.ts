import type { Readable } from 'node:stream'
import type { FileFolder, ReceivedFile } from '@livetype/db'
import { type AttachmentLimits, ChatError } from '@livetype/protocol'

/** How long an upload may bring nothing, in milliseconds. */
const stallMs = 60_000

/** The upload was cut: nobody is there to be told. */
export class CutOffError extends Error {
  override readonly name = 'CutOffError'
}

/**
 * Takes an upload in: to disk, counted and hashed on the way, and lets `use` do with it what makes it kept. Whatever
 * happens before that, nothing is left of it.
 * @throws {ChatError} `file-too-large`, `storage-failed`, and what `use` throws; {CutOffError}
 * @see SPEC.md FILE1
 */
export async function receiveFile<Result>(
  options: { body: Readable; fileFolder: FileFolder; limits: AttachmentLimits },
  use: (received: ReceivedFile) => Promise<Result>,
): Promise<Result> {
  const incoming = await options.fileFolder.receive().catch(storageFailed)
  try {
    await pour(options, incoming)
    const received = await incoming.finish().catch(storageFailed)
    return await use(received)
  } finally {
    await incoming.discard()
  }
}

async function pour(
  { body, limits }: { body: Readable; limits: AttachmentLimits },
  incoming: { write(chunk: Uint8Array): Promise<void> },
): Promise<void> {
  const stall = setTimeout(() => body.destroy(new CutOffError('nothing came any more')), stallMs)
  let sizeBytes = 0
  try {
    for await (const chunk of chunksOf(body)) {
      stall.refresh()
      sizeBytes += chunk.byteLength
      // The rest of it is read by nobody, and thrown away as it comes.
      if (sizeBytes > limits.maxFileBytes) throw tooLarge(limits)
      await incoming.write(chunk).catch(storageFailed)
    }
  } finally {
    clearTimeout(stall)
  }
}

/** The bytes as they come; a body that is left stays open, so that the answer still gets through. */
async function* chunksOf(body: Readable): AsyncGenerator<Uint8Array, void, void> {
  const chunks: AsyncIterable<unknown> = body.iterator({ destroyOnReturn: false })
  try {
    for await (const chunk of chunks) {
      if (chunk instanceof Uint8Array) yield chunk
    }
  } catch (error) {
    throw new CutOffError('the upload was cut', { cause: error })
  }
}

/** What a client is told of a file that is too large. */
export function tooLarge({ maxFileBytes }: AttachmentLimits): ChatError {
  const most = (maxFileBytes / 1_000_000).toLocaleString('en', { maximumFractionDigits: 1 })
  return new ChatError('file-too-large', `This file is too large: ${most} MB are the most.`)
}

function storageFailed(cause: unknown): never {
  const isFull = cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC'
  const sentence = isFull
    ? 'The server’s disk is full: nothing can be stored until there is room again.'
    : 'The server could not store this file.'
  throw new ChatError('storage-failed', sentence, { isRetryable: true, cause })
}
