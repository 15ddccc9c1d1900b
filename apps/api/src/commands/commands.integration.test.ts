import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { backupName } from '@livetype/db'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import { startTestServer } from '../test-support/start-test-server.ts'
import { makeDataDir, testEnvironment } from '../test-support/test-config.ts'

/** A folder with the database of a server that was there once. */
let dataDir: ReturnType<typeof makeDataDir>
beforeAll(async () => {
  dataDir = makeDataDir()
  const server = await startTestServer({ LIVETYPE_DATA_DIR: dataDir.path })
  await server[Symbol.asyncDispose]()
  return () => dataDir.remove()
})

function run(command: 'backup' | 'restore', args: string[], folder = dataDir.path) {
  const path = fileURLToPath(new URL(`${command}.ts`, import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], {
    env: testEnvironment(folder),
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

it('[BACKUP1] backups go into the data folder, and --keep leaves the newest of them', () => {
  const folder = join(dataDir.path, 'backups')
  mkdirSync(folder)
  const old = [1, 2].map((day) => backupName(Date.UTC(2020, 0, day)))
  for (const name of old) writeFileSync(join(folder, name), '')
  const { status, stdout } = run('backup', ['--keep', '2'])
  expect(status).toBe(0)
  const [path = ''] = stdout.split('\n')
  expect(stdout).toMatch(/MB in [\d.]+ s, checked/)
  expect(readdirSync(folder).map((name) => join(folder, name))).toEqual([join(folder, old[1] ?? ''), path])
})

it('[BACKUP2] a restore says what it has done, and where the database of before is', () => {
  const backup = join(dataDir.path, 'mine.db')
  expect(run('backup', [backup]).status).toBe(0)
  const { status, stdout } = run('restore', [backup])
  expect(status).toBe(0)
  const aside = /of before is (.*)\n/.exec(stdout)?.[1] ?? ''
  expect(readFileSync(aside).subarray(0, 15).toString()).toBe('SQLite format 3')
})

it.each([
  ['backup', ['--keep', '0'], /--keep takes/],
  ['backup', ['a.db', '--keep', '3'], /--keep counts/],
  ['backup', ['a.db', 'b.db'], /one file/],
  ['backup', ['--all'], /--all/],
  ['restore', [], /Which backup/],
] as const)('%s %j is answered by how it is written', (command, args, reason) => {
  const { status, stderr } = run(command, [...args])
  expect(status).toBe(2)
  expect(stderr).toMatch(reason)
  expect(stderr).toMatch(/npm run/)
})

it('what can’t be done is one sentence, without a stack', () => {
  const empty = makeDataDir()
  onTestFinished(() => empty.remove())
  for (const { status, stderr } of [run('backup', [], empty.path), run('restore', ['/nowhere.db'], empty.path)]) {
    expect(status).toBe(1)
    expect(stderr).toMatch(/^There is no (database|file) at .*\.\n$/)
  }
})
