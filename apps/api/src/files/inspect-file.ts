import { open, readFile } from 'node:fs/promises'
import { type Attachment, type AttachmentLimits, ChatError } from '@livetype/protocol'
import { decodeText } from './decode-text.ts'
import { extractPdf } from './extract-pdf.ts'
import { imageHeader } from './image-header.ts'
import { refusalOfKind } from './refused-kinds.ts'

type Unnamed<Kind> = Kind extends Attachment ? Omit<Kind, 'fileId' | 'name' | 'sizeBytes'> : never

/** What a file is, and the text that was read out of it where its bytes are not the text. */
export interface Inspected {
  readonly attachment: Unnamed<Attachment>
  readonly extractedText?: string
}

/** Room for what cameras write before the size of a picture. */
const headBytes = 512 * 1024
/** Most bytes that one UTF-16 unit takes in a file. */
const maxBytesPerUnit = 3

const unknownKind =
  'This kind of file can’t be read. Attach a picture (PNG, JPEG, WebP or GIF), a PDF, or a text file in UTF-8.'

/**
 * Finds out by a file's bytes what it is; its name and what the client says of it play no part. Only the head of an
 * image is read, and never more than that is decoded.
 * @throws {ChatError} `file-refused`, `file-too-large`
 * @see SPEC.md FILE1
 */
export async function inspectFile(
  file: { readonly path: string; readonly sizeBytes: number },
  limits: AttachmentLimits,
): Promise<Inspected> {
  const { path, sizeBytes } = file
  if (sizeBytes === 0) throw refused('This file is empty.')
  const head = await readHead(path)
  const image = imageHeader(head)
  if (image === 'unreadable') throw refused('This picture is damaged. Open it, save it anew, and attach that.')
  if (image) {
    assertPixels(image, limits)
    return { attachment: { type: 'image', ...image } }
  }
  if (head.toString('latin1', 0, 5) === '%PDF-') {
    const extractedText = await extractPdf({ path, maxTextLength: limits.maxTextLength })
    if (extractedText === '') {
      throw refused('This PDF has no text, only pictures of it. Attach its pages as pictures instead.')
    }
    assertTextLength(extractedText.length, limits)
    const textLength = extractedText.length
    return { attachment: { type: 'file', mediaType: 'application/pdf', textLength }, extractedText }
  }
  const refusal = refusalOfKind(head)
  if (refusal !== undefined) throw refused(refusal)
  return { attachment: { type: 'file', mediaType: 'text/plain', textLength: await textLengthOf(file, limits) } }
}

async function textLengthOf(
  { path, sizeBytes }: { readonly path: string; readonly sizeBytes: number },
  limits: AttachmentLimits,
): Promise<number> {
  assertTextLength(Math.ceil(sizeBytes / maxBytesPerUnit), limits)
  const text = decodeText(await readFile(path))
  if (text === undefined) throw refused(unknownKind)
  if (text.trim() === '') throw refused('There is nothing in this file but blanks.')
  assertTextLength(text.length, limits)
  return text.length
}

async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** A few bytes can claim more pixels than any memory holds: whoever shows or reads them would believe it. */
function assertPixels({ width, height }: { width: number; height: number }, { maxImagePixels }: AttachmentLimits) {
  if (width * height <= maxImagePixels) return
  const most = Math.floor(maxImagePixels / 1_000_000)
  throw new ChatError(
    'file-too-large',
    `This picture has ${width} × ${height} pixels; ${most} million are the most. Make it smaller, and attach that.`,
  )
}

function assertTextLength(length: number, { maxTextLength }: AttachmentLimits) {
  if (length <= maxTextLength) return
  const most = maxTextLength.toLocaleString('en')
  throw new ChatError(
    'file-too-large',
    `There is too much text in this file: ${most} characters are the most. Attach the part of it that matters.`,
  )
}

function refused(sentence: string): ChatError {
  return new ChatError('file-refused', sentence)
}
