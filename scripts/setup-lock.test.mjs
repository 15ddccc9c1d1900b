import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { acquireLock } from './setup-lock.mjs'

let root = ''
const path = () => join(root, '.turbo', 'setup.lock')
const unused = () => {
  throw new Error('nobody holds it')
}
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'livetype-lock-'))
  mkdirSync(join(root, '.turbo'))
})
afterEach(() => rmSync(root, { recursive: true }))

test('a second process waits until the first has released it', async () => {
  const release = await acquireLock(root, unused)
  const onWait = vi.fn()
  const second = acquireLock(root, onWait)
  expect(onWait).toHaveBeenCalledOnce()
  release()
  const releaseSecond = await second
  expect(readFileSync(path(), 'utf8')).toBe(String(process.pid))
  releaseSecond()
  expect(existsSync(path())).toBe(false)
})

test('the lock of a process that died is taken over', async () => {
  const { pid } = spawnSync(process.execPath, ['--version'])
  writeFileSync(path(), String(pid))
  const release = await acquireLock(root, unused)
  release()
})

test('a lock that nobody keeps fresh is taken over, whoever has its process id now', async () => {
  writeFileSync(path(), String(process.pid))
  utimesSync(path(), new Date(0), new Date(0))
  const release = await acquireLock(root, unused)
  release()
})
