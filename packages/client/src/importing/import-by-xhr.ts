import { ChatError, failureSchema, type ImportReport, importMessageSchema } from '@livetype/protocol'
import type { ImportFile, SendImport } from './send-import.ts'

/** What is needed of a browser's `XMLHttpRequest`: `fetch` tells nothing of how far an upload has come. */
interface Request {
  readonly upload: { onprogress: ((event: { loaded: number; total: number }) => void) | null }
  readonly status: number
  readonly responseText: string
  onload: (() => void) | null
  onprogress: (() => void) | null
  onerror: (() => void) | null
  onabort: (() => void) | null
  open(method: string, url: string): void
  setRequestHeader(name: string, value: string): void
  send(body: ImportFile): void
  abort(): void
}

declare const XMLHttpRequest: new () => Request

/** Imports at the server that the page came from. */
export const importByXhr: SendImport = ({ file, signal, onProgress }) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const broken = new ChatError('internal', 'The file did not reach the server. Try again.', { isRetryable: true })
    let part = 0
    let conversations = 0
    request.upload.onprogress = ({ loaded, total }) => {
      part = total === 0 ? 1 : loaded / total
      onProgress({ part, conversations })
    }
    request.onprogress = () => {
      conversations = conversationsIn(request.responseText) ?? conversations
      onProgress({ part, conversations })
    }
    request.onerror = () => reject(broken)
    request.onabort = () => reject(broken)
    request.onload = () => {
      try {
        resolve(reportIn(request))
      } catch (error) {
        reject(error)
      }
    }
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.open('POST', '/import')
    // No form of another site can send it.
    request.setRequestHeader('content-type', 'application/x-livetype-import')
    request.send(file)
  })

/** How many conversations the last whole line speaks of. */
function conversationsIn(lines: string): number | undefined {
  const message = importMessageSchema.safeParse(parsed(lines.split('\n').at(-2) ?? ''))
  return message.success && message.data.type === 'progress' ? message.data.conversations : undefined
}

/** @throws {ChatError} where there is none. */
function reportIn({ status, responseText }: Request): ImportReport {
  const message = importMessageSchema.safeParse(parsed(responseText.trimEnd().split('\n').at(-1) ?? ''))
  if (status === 200 && message.success && message.data.type === 'report') return message.data.report
  const answer = parsed(responseText)
  const refusal = failureSchema.safeParse(
    typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : undefined,
  )
  // A proxy that lets no more through answers for itself, and so may the server where a file is beyond all.
  if (status === 413) throw new ChatError('file-too-large', 'This file is too large for the way to the server.')
  if (refusal.success) {
    const { code, message: sentence, isRetryable } = refusal.data
    throw new ChatError(code, sentence, { isRetryable })
  }
  const sentence =
    status === 200
      ? 'The server went away in the middle of the import. Import the file again: nothing is doubled.'
      : `The server did not take this file (${status}). Try again.`
  throw new ChatError('internal', sentence, { isRetryable: true })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // No answer of ours, or half of one.
  }
}
