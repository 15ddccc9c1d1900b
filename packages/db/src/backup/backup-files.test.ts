import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { fileFolderPath, pathInFolder } from '../files/file-folder.ts'
import { localOwnerId } from '../repositories/users.ts'
import { addFile, contentsBeside } from '../test-support/added-file.ts'
import { openTemporaryDatabase } from '../test-support/temporary-database.ts'
import { backUpDatabase, backupName, keepNewestBackups, removeCutOffBackups } from './back-up-database.ts'
import { restoreDatabase } from './restore-database.ts'

const now = Date.UTC(2026, 0, 1)
const [first, second] = ['file-0001', 'file-0002']

/** A database with a file, a backup of that, and another file since. */
async function prepare() {
  const temporary = openTemporaryDatabase()
  onTestFinished(() => temporary[Symbol.asyncDispose]())
  const folder = mkdtempSync(join(tmpdir(), 'livetype-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { hash } = await addFile(temporary.database, { fileId: first, content: 'one', text: 'read' })
  const from = join(folder, 'copy.db')
  const backup = await backUpDatabase({ path: temporary.path, target: from })
  await addFile(temporary.database, { fileId: second, content: 'two' })
  return { temporary, path: temporary.path, from, folder, backup, hash }
}

it('[BACKUP1] a backup has the attachments it knows beside it, and no others', async () => {
  const { from, backup } = await prepare()
  expect(backup.files).toBe(1)
  expect(contentsBeside('', `${from}.files`)).toEqual(['one', 'read'])
})

it('[BACKUP2] a restore brings its attachments back, and those of before can be brought back too', async () => {
  const { temporary, path, from } = await prepare()
  temporary.database.close()
  rmSync(fileFolderPath(path), { recursive: true })
  const { keptAside = '', missingFiles } = await restoreDatabase({ path, from, now })
  expect(missingFiles).toBe(0)
  expect(contentsBeside(path)).toEqual(['one', 'read'])
  const restored = temporary.reopen()
  await restored.upkeep(new AbortController().signal)
  expect(await restored.files.find(localOwnerId, second)).toBeUndefined()
  restored.close()
  expect(existsSync(keptAside)).toBe(true)
  temporary.reopen()
})

it('[BACKUP2] the attachments that a restore leaves out are kept with the database of before', async () => {
  const { temporary, path, from } = await prepare()
  temporary.database.close()
  const { keptAside = '' } = await restoreDatabase({ path, from, now })
  await temporary.reopen().upkeep(new AbortController().signal)
  expect(contentsBeside(path)).toEqual(['one', 'read'])
  temporary.database.close()
  await restoreDatabase({ path, from: keptAside, now: now + 1 })
  expect(contentsBeside(path)).toEqual(['one', 'read', 'two'])
  expect(await temporary.reopen().files.find(localOwnerId, second)).toBeDefined()
})

it('[BACKUP2] a backup whose attachments are missing says how many, and one whose are damaged changes nothing', async () => {
  const { temporary, path, from, hash } = await prepare()
  temporary.database.close()
  writeFileSync(pathInFolder(`${from}.files`, hash), 'on')
  await expect(restoreDatabase({ path, from, now })).rejects.toThrow('attachment of the backup is damaged')
  rmSync(`${from}.files`, { recursive: true })
  rmSync(fileFolderPath(path), { recursive: true })
  expect(await restoreDatabase({ path, from, now })).toMatchObject({ missingFiles: 1 })
  temporary.reopen()
})

it('[BACKUP1] attachments go with their backup, and those of one that was cut off go after a day', async () => {
  const { path, folder } = await prepare()
  for (const at of [now, now + 1]) await backUpDatabase({ path, target: join(folder, backupName(at)) })
  keepNewestBackups(folder, 1)
  expect(existsSync(join(folder, `${backupName(now)}.files`))).toBe(false)
  rmSync(join(folder, backupName(now + 1)))
  removeCutOffBackups(folder, Date.now())
  expect(existsSync(join(folder, `${backupName(now + 1)}.files`))).toBe(true)
  removeCutOffBackups(folder, Date.now() + 25 * 60 * 60 * 1_000)
  expect(existsSync(join(folder, `${backupName(now + 1)}.files`))).toBe(false)
})
