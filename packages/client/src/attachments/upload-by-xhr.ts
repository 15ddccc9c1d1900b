import { type Attachment, attachmentSchema, ChatError, failureSchema } from '@livetype/protocol'
import type { LocalFile, Upload } from './upload.ts'

/** What is needed of a browser's `XMLHttpRequest`: `fetch` tells nothing of how far an upload has come. */
interface Request {
  readonly upload: { onprogress: ((event: { loaded: number; total: number }) => void) | null }
  readonly status: number
  readonly responseText: string
  onload: (() => void) | null
  onerror: (() => void) | null
  onabort: (() => void) | null
  open(method: string, url: string): void
  setRequestHeader(name: string, value: string): void
  send(body: LocalFile): void
  abort(): void
}

declare const XMLHttpRequest: new () => Request

/** Uploads to the server that the page came from. */
export const uploadByXhr: Upload = ({ fileId, file, signal, onProgress }) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const unreached = new ChatError('internal', 'The server can’t be reached. Try again.', { isRetryable: true })
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total)
    request.onerror = () => reject(unreached)
    request.onabort = () => reject(unreached)
    request.onload = () => {
      try {
        resolve(readAnswer(request))
      } catch (error) {
        reject(error)
      }
    }
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.open('PUT', `/files/${fileId}?name=${encodeURIComponent(file.name)}`)
    // Whatever the browser takes it for: the server looks for itself.
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.send(file)
  })

function readAnswer({ status, responseText }: Request): Attachment {
  const answer = parsed(responseText)
  const attachment = attachmentSchema.safeParse(answer)
  if (status === 200 && attachment.success) return attachment.data
  const refusal = failureSchema.safeParse(
    typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : undefined,
  )
  if (refusal.success) {
    const { code, message, isRetryable } = refusal.data
    throw new ChatError(code, message, { isRetryable })
  }
  // A proxy that lets no more through answers for itself.
  if (status === 413) throw new ChatError('file-too-large', 'This file is too large for the way to the server.')
  throw new ChatError('internal', `The server did not take this file (${status}). Try again.`, { isRetryable: true })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // No answer of ours.
  }
}
