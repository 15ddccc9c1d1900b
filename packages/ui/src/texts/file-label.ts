import { texts } from './texts.ts'

/** A file's size as a person reads it: kilobytes, or megabytes with one digit behind the point. */
export function fileSize(bytes: number): string {
  if (bytes < 999_500) return texts.attachments.kilobytes(Math.max(1, Math.round(bytes / 1_000)))
  return texts.attachments.megabytes(Math.round(bytes / 100_000) / 10)
}

/** A file's kind, by the end of its name, and its size. */
export function fileLabel({ name, sizeBytes }: { name: string; sizeBytes: number }): string {
  const ending = /\.([\p{L}\p{N}]{1,8})$/u.exec(name)?.[1]
  return texts.attachments.about((ending ?? 'txt').toUpperCase(), fileSize(sizeBytes))
}
