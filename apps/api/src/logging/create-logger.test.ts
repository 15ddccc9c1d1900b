import { localOwnerId, openChatDatabase, workspaceLog } from '@livetype/db'
import { ChatError } from '@livetype/protocol'
import { expect, it } from 'vitest'
import { makeDataDir } from '../test-support/test-config.ts'
import { createLogger } from './create-logger.ts'

function logged(error: unknown) {
  const lines: string[] = []
  createLogger('info', { write: (line) => lines.push(line) }).error({ err: error }, 'it failed')
  return lines.join('')
}

it('[DOOR3] a failing query is logged without the text it was to store', async () => {
  const dataDir = makeDataDir()
  const database = openChatDatabase({ path: `${dataDir.path}/livetype.db`, durability: 'process' })
  const conversation = {
    id: 'conversation-1',
    title: 'my secret prompt',
    titleOrigin: 'words',
    createdAt: 1,
    updatedAt: 1,
    runningCount: 0,
  } as const
  const created = { log: workspaceLog(localOwnerId), event: { type: 'conversation-created', conversation } } as const
  await database.log.append([created])
  const error = await database.log.append([created]).catch((thrown: unknown) => thrown)
  database.close()
  dataDir.remove()
  const line = logged(error)
  expect(line).not.toContain('secret prompt')
  expect(line).toContain('SQLITE_CONSTRAINT')
  expect(line).toContain('projection.ts')
})

it('keeps the message of our own errors and the place of all', () => {
  const line = logged(
    new ChatError('model-stalled', 'The model fell silent.', { cause: new TypeError('Bearer sk-key') }),
  )
  expect(JSON.parse(line).err).toMatchObject({
    type: 'ChatError',
    code: 'model-stalled',
    message: 'The model fell silent.',
    cause: { type: 'TypeError' },
  })
  expect(line).not.toContain('sk-key')
  expect(line).toContain('create-logger.test.ts')
})
