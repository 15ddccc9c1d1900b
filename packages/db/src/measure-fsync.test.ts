import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { measureFsync } from './measure-fsync.ts'

it('measures the disk of a folder and leaves nothing there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'livetype-fsync-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  expect(await measureFsync(folder)).toBeGreaterThanOrEqual(0)
  expect(readdirSync(folder)).toEqual([])
})

it('says nothing of a folder that can not be written', async () => {
  expect(await measureFsync('/nowhere/at/all')).toBeUndefined()
})
