import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { ChatError } from '@livetype/protocol'
import { z } from 'zod'

/** How long the text of one PDF may take to be read out, in milliseconds. */
const timeoutMs = 30_000
/** How much memory that may take: its heap, and what the whole process grows by meanwhile. */
const maxHeapMegabytes = 384
const maxGrowthBytes = 1024 * 1024 * 1024
const watchMs = 100

const outcomeSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('read'), text: z.string() }),
  z.object({ status: z.literal('locked') }),
  z.object({ status: z.literal('unreadable') }),
])

/** What the worker answers. @see extract-pdf-worker.ts */
export type PdfOutcome = z.infer<typeof outcomeSchema>

/** What it is asked. */
export interface PdfRequest {
  readonly path: string
  /** Where this much text is passed it stops: more is not taken anyway. */
  readonly maxTextLength: number
}

const unreadable = 'This PDF can’t be read. It may be damaged: open it, save it anew, and attach that.'

/** One at a time: what one may take of the machine's memory, two may not. */
let last: Promise<unknown> = Promise.resolve()

/**
 * The text of a PDF, in a thread of its own with bounds in time and memory: whatever a file does to its reader, the
 * server goes on. Empty where its pages are pictures.
 * @throws {ChatError} `file-refused` where it can't be read.
 */
export function extractPdf(request: PdfRequest): Promise<string> {
  const turn = last.then(() => extractNow(request))
  last = turn.catch(() => undefined)
  return turn
}

async function extractNow(request: PdfRequest): Promise<string> {
  const outcome = await runWorker(request)
  switch (outcome.status) {
    case 'read':
      return outcome.text
    case 'locked':
      throw new ChatError('file-refused', 'This PDF is locked with a password. Save it without one, and attach that.')
    case 'unreadable':
      throw new ChatError('file-refused', unreadable)
  }
}

async function runWorker(request: PdfRequest): Promise<PdfOutcome> {
  const worker = new Worker(new URL('./extract-pdf-worker.ts', import.meta.url), {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMegabytes },
    // What a file makes the reader complain of is nobody's business.
    stdout: true,
    stderr: true,
    env: {},
  })
  const startBytes = process.memoryUsage.rss()
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() - startBytes > maxGrowthBytes) void worker.terminate()
  }, watchMs)
  const deadline = setTimeout(() => void worker.terminate(), timeoutMs)
  try {
    const answered = once(worker, 'message').then(([message]) => outcomeSchema.parse(message))
    const ended = once(worker, 'exit').then((): PdfOutcome => ({ status: 'unreadable' }))
    return await Promise.race([answered, ended])
  } catch {
    return { status: 'unreadable' } // It failed or ran out of memory; whatever it was, this file can't be read.
  } finally {
    clearInterval(watch)
    clearTimeout(deadline)
    await worker.terminate()
  }
}
