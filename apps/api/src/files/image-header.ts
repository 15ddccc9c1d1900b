import type { ImageAttachment } from '@livetype/protocol'
import { jpegSize } from './jpeg-size.ts'

/** What an image says of itself in its first bytes. Sizes are in pixels, as it is shown. */
export type ImageHeader = Pick<ImageAttachment, 'mediaType' | 'width' | 'height'>

interface Format {
  readonly mediaType: ImageHeader['mediaType']
  readonly isIt: (bytes: Buffer) => boolean
  /** Undefined where it can't be read. */
  readonly sizeOf: (bytes: Buffer) => { width: number; height: number } | undefined
}

const has = (bytes: Buffer, at: number, text: string) => bytes.toString('latin1', at, at + text.length) === text

const formats: readonly Format[] = [
  {
    mediaType: 'image/png',
    isIt: (bytes) => has(bytes, 0, '\x89PNG\r\n\x1a\n'),
    sizeOf: (bytes) =>
      bytes.length >= 33 && has(bytes, 12, 'IHDR')
        ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
        : undefined,
  },
  {
    mediaType: 'image/jpeg',
    isIt: (bytes) => has(bytes, 0, '\xff\xd8\xff'),
    sizeOf: jpegSize,
  },
  {
    mediaType: 'image/gif',
    isIt: (bytes) => has(bytes, 0, 'GIF87a') || has(bytes, 0, 'GIF89a'),
    sizeOf: (bytes) =>
      bytes.length >= 13 ? { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) } : undefined,
  },
  {
    mediaType: 'image/webp',
    isIt: (bytes) => has(bytes, 0, 'RIFF') && has(bytes, 8, 'WEBP'),
    sizeOf: webpSize,
  },
]

/**
 * The image that these bytes are the beginning of: undefined where they are none that is taken, `unreadable` where
 * they begin as one and say nothing sensible after that. The name plays no part. @see SPEC.md FILE1
 */
export function imageHeader(bytes: Buffer): ImageHeader | 'unreadable' | undefined {
  const format = formats.find(({ isIt }) => isIt(bytes))
  if (!format) return undefined
  const size = format.sizeOf(bytes)
  return size && size.width > 0 && size.height > 0 ? { mediaType: format.mediaType, ...size } : 'unreadable'
}

/** One of the three kinds of WebP. */
function webpSize(bytes: Buffer) {
  if (bytes.length < 30) return undefined
  if (has(bytes, 12, 'VP8X')) return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
  if (has(bytes, 12, 'VP8L') && bytes[20] === 0x2f) {
    const bits = bytes.readUInt32LE(21)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (has(bytes, 12, 'VP8 ') && has(bytes, 23, '\x9d\x01\x2a')) {
    return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
  }
  return undefined
}
