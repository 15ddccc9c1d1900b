import { ChatError, type ImportReport } from '@livetype/protocol'
import { expect, test } from 'vitest'
import { createImporter } from './create-importer.ts'
import type { ImportRequest } from './send-import.ts'

const report: ImportReport = {
  imported: 1,
  present: 0,
  restored: 0,
  refused: 0,
  messages: 2,
  conversations: [],
  unlisted: 0,
}
const file = { name: 'conversations.json', size: 10 }

function createStage() {
  const requests: (ImportRequest & { resolve(report: ImportReport): void; reject(error: unknown): void })[] = []
  const importer = createImporter((request) => {
    const { promise, resolve, reject } = Promise.withResolvers<ImportReport>()
    request.signal.addEventListener('abort', () => reject(new ChatError('internal', 'It was cut.')))
    requests.push({ ...request, resolve, reject })
    return promise
  })
  const seen: string[] = []
  importer.subscribe(() => seen.push(importer.get().status))
  return { importer, requests, seen }
}

test('[DATA4] an import tells how far it is, and at last what became of the file', async () => {
  const { importer, requests } = createStage()
  const ended = importer.start(file)
  requests[0]?.onProgress({ part: 0.5, conversations: 3 })
  expect(importer.get()).toEqual({ status: 'running', name: file.name, part: 0.5, conversations: 3 })
  // One at a time: another start changes nothing.
  await importer.start({ name: 'other.json', size: 1 })
  expect(requests).toHaveLength(1)
  importer.clear()
  expect(importer.get().status).toBe('running')
  requests[0]?.resolve(report)
  await ended
  expect(importer.get()).toEqual({ status: 'done', name: file.name, report })
  importer.clear()
  expect(importer.get()).toEqual({ status: 'idle' })
})

test('[DATA4] an import that failed or was stopped can be tried again with the same file', async () => {
  const { importer, requests, seen } = createStage()
  const failed = importer.start(file)
  requests[0]?.reject(new ChatError('internal', 'The file did not reach the server.'))
  await failed
  expect(importer.get()).toMatchObject({ status: 'failed', message: 'The file did not reach the server.' })
  const stopped = importer.retry()
  expect(requests[1]?.file).toBe(file)
  importer.stop()
  requests[1]?.onProgress({ part: 0.9, conversations: 9 })
  await stopped
  expect(importer.get()).toEqual({ status: 'stopped', name: file.name })
  const done = importer.retry()
  requests[2]?.resolve(report)
  await done
  expect(seen).toEqual(['running', 'failed', 'running', 'stopped', 'running', 'done'])
})

test('with no file of before there is nothing to try again', async () => {
  const { importer, requests } = createStage()
  await importer.retry()
  importer.stop()
  expect(requests).toHaveLength(0)
})
