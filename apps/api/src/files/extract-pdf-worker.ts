import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { getDocumentProxy } from 'unpdf'
import type { PdfOutcome, PdfRequest } from './extract-pdf.ts'

// oxlint-disable-next-line no-unsafe-type-assertion -- given by extract-pdf.ts, which starts it
const { path, maxTextLength } = workerData as PdfRequest

parentPort?.postMessage(await extract())

async function extract(): Promise<PdfOutcome> {
  try {
    const pdf = await getDocumentProxy(new Uint8Array(await readFile(path)), { verbosity: 0 })
    const pages: string[] = []
    let length = 0
    for (let number = 1; number <= pdf.numPages && length <= maxTextLength; number++) {
      const page = await pdf.getPage(number)
      const text = textOfItems((await page.getTextContent()).items)
      page.cleanup()
      pages.push(text)
      length += text.length
    }
    return { status: 'read', text: pages.join('\n\n').toWellFormed().trim() }
  } catch (error) {
    return { status: error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'unreadable' }
  }
}

function textOfItems(items: readonly object[]): string {
  let text = ''
  for (const item of items) {
    if ('str' in item && typeof item.str === 'string') text += item.str
    if ('hasEOL' in item && item.hasEOL === true) text += '\n'
  }
  // Fonts give control characters for what they have no letter for.
  return text.replace(/(?![\t\n])\p{Cc}/gu, '')
}
