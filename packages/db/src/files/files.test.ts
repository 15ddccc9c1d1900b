import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { attachmentsOf } from '@livetype/protocol'
import { describe, expect, it } from 'vitest'
import { workspaceLog } from '../event-log/event-log.ts'
import { localOwnerId } from '../repositories/users.ts'
import { addFile, contentsBeside, withAttachments } from '../test-support/added-file.ts'
import {
  begunConversation,
  conversationId,
  openTemporaryDatabase,
  questionId,
  runEnded,
} from '../test-support/temporary-database.ts'
import { fileFolderPath } from './file-folder.ts'

const noSignal = new AbortController().signal
const day = 24 * 60 * 60 * 1_000
const [first, second] = ['file-0001', 'file-0002']

/** A database whose time the test sets. */
function openAt(now: number) {
  const time = { now }
  return { time, temporary: openTemporaryDatabase({ now: () => time.now }) }
}

const deleted = {
  log: workspaceLog(localOwnerId),
  event: { type: 'conversation-deleted', conversationId },
} as const

describe('[FILE2] a file', () => {
  it('is the owner’s, and is there after a restart', async () => {
    await using temporary = openTemporaryDatabase()
    const { attachment, hash } = await addFile(temporary.database, { fileId: first, content: 'one' })
    const database = temporary.reopen()
    expect(await database.files.find(localOwnerId, first)).toEqual({ attachment, hash })
    expect(await database.files.find('another-owner', first)).toBeUndefined()
    expect(await database.files.isTaken(first)).toBe(true)
    expect(contentsBeside(temporary.path)).toEqual(['one'])
  })

  it('that no message has is removed after a day', async () => {
    const { time, temporary } = openAt(day)
    await using _ = temporary
    const { database, path } = temporary
    await addFile(database, { fileId: first, content: 'one', addedAt: 1, text: 'read out of it' })
    expect(await database.upkeep(noSignal)).toMatchObject({ purgedFiles: 0 })
    time.now = day + 2
    expect(await database.upkeep(noSignal)).toMatchObject({ purgedFiles: 1 })
    expect(await database.files.find(localOwnerId, first)).toBeUndefined()
    expect(contentsBeside(path)).toEqual([])
  })

  it('stays as long as a message has it, and its bytes as long as another file has the same', async () => {
    const { time, temporary } = openAt(1)
    await using _ = temporary
    const { database, path } = temporary
    const { attachment } = await addFile(database, { fileId: first, content: 'same' })
    await addFile(database, { fileId: second, content: 'same', addedAt: 3 * day })
    await database.log.append([...withAttachments(begunConversation, [attachment]), runEnded])
    time.now = 2 * day
    expect(await database.upkeep(noSignal)).toMatchObject({ purgedFiles: 0 })
    await database.log.append([deleted])
    time.now = 3 * day + 2
    expect(await database.upkeep(noSignal)).toMatchObject({ purgedConversations: 1, purgedFiles: 1 })
    expect(contentsBeside(path)).toEqual(['same'])
    time.now = 5 * day
    expect(await database.upkeep(noSignal)).toMatchObject({ purgedFiles: 1 })
    expect(contentsBeside(path)).toEqual([])
  })

  it('that was removed can’t be attached any more: nothing of the message is stored', async () => {
    await using temporary = openTemporaryDatabase()
    const { database } = temporary
    const { attachment } = await addFile(database, { fileId: first, content: 'one' })
    const gone = { ...attachment, fileId: second }
    await expect(database.log.append(withAttachments(begunConversation, [gone]))).rejects.toThrow()
    expect(await database.conversationSnapshot(localOwnerId, conversationId)).toBeUndefined()
    await database.log.append(withAttachments(begunConversation, [attachment]))
    const stored = await database.messages.find(localOwnerId, questionId)
    expect(stored && attachmentsOf(stored.message)).toEqual([attachment])
  })

  it('that is being kept again is not removed before its row is there', async () => {
    const { temporary } = openAt(3 * day)
    await using _ = temporary
    const { database, path } = temporary
    const { hash } = await addFile(database, { fileId: first, content: 'same' })
    const incoming = await database.fileFolder.receive()
    await incoming.write(Buffer.from('same'))
    const held = await database.fileFolder.keep(await incoming.finish())
    expect(await database.upkeep(noSignal)).toMatchObject({ purgedFiles: 1 })
    expect(contentsBeside(path)).toEqual(['same'])
    held.release()
    await database.fileFolder.remove(hash)
    expect(contentsBeside(path)).toEqual([])
  })
})

describe('[FILE2] after a server that was killed', () => {
  it('nothing is left of what was coming in', async () => {
    await using temporary = openTemporaryDatabase()
    const script = `
      const { openFileFolder } = await import(${JSON.stringify(new URL('./file-folder.ts', import.meta.url).href)})
      const incoming = await openFileFolder(${JSON.stringify(fileFolderPath(temporary.path))}, 'process').receive()
      await incoming.write(Buffer.from('half of it'))
      process.stdout.write('written')
      setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(contentsBeside(temporary.path)).toEqual(['half of it'])
    temporary.reopen()
    expect(contentsBeside(temporary.path)).toEqual([])
  })

  it('bytes that no row knows are removed by the first round of upkeep, and no others', async () => {
    await using temporary = openTemporaryDatabase()
    await addFile(temporary.database, { fileId: first, content: 'known' })
    const orphan = join(fileFolderPath(temporary.path), 'ab')
    mkdirSync(orphan, { recursive: true })
    for (const suffix of ['', '.text']) writeFileSync(join(orphan, `ab${'0'.repeat(62)}${suffix}`), 'orphan')
    await temporary.reopen().upkeep(noSignal)
    expect(contentsBeside(temporary.path)).toEqual(['known'])
    rmSync(orphan, { recursive: true })
  })
})
