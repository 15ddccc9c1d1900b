import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Services } from '../services.ts'

/** Bytes that are read at a time: whole groups of three, so that each piece is base64 of its own. */
const pieceBytes = 3 * 64 * 1024

/**
 * Uploads as an export has them, each in pieces: its id, its name and its bytes. One whose bytes are missing is left
 * out, and its message names it all the same. @see docs/export-format.md
 */
export async function* exportedFiles(
  { database, logger }: Pick<Services, 'database' | 'logger'>,
  ownerId: string,
  fileIds: readonly string[],
): AsyncGenerator<string, void, void> {
  let separator = '\n'
  for (const fileId of fileIds) {
    const file = await database.files.find(ownerId, fileId)
    if (!file) continue
    const path = database.fileFolder.pathOf(file.hash)
    const found = await stat(path).catch(() => undefined)
    if (found?.size !== file.attachment.sizeBytes) {
      logger.error({ fileId }, 'the bytes of a file are missing: the export goes on without it')
      continue
    }
    yield `${separator}{"fileId":${JSON.stringify(fileId)},"name":${JSON.stringify(file.attachment.name)},"base64":"`
    yield* base64Of(path)
    yield '"}'
    separator = ',\n'
  }
}

async function* base64Of(path: string): AsyncGenerator<string, void, void> {
  let rest = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { highWaterMark: pieceBytes })) {
    const bytes = Buffer.concat([rest, Buffer.from(chunk)])
    const whole = bytes.length - (bytes.length % 3)
    yield bytes.toString('base64', 0, whole)
    rest = bytes.subarray(whole)
  }
  yield rest.toString('base64')
}
