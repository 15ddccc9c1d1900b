import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { backUpDatabase, backupName, keepNewestBackups, removeCutOffBackups } from '@livetype/db'
import { readConfig } from '../config.ts'
import { databasePath } from '../database-path.ts'
import { rootDir } from '../root-dir.ts'
import { endSignal, runCommand, UsageError } from './run-command.ts'

const usage = `npm run backup [-- <file>] [-- --keep <n>]

  <file>      where to put the backup; by default, a file named by the time in the data folder's "backups"
  --keep <n>  removes all but the newest n of those named by the time`

await runCommand(usage, async () => {
  const { file, keep } = readArguments()
  const path = databasePath(readConfig(process.env, rootDir))
  const target = file ?? join(dirname(path), 'backups', backupName(Date.now()))
  const backup = await backUpDatabase({ path, target, signal: endSignal() })
  const megabytes = (backup.bytes / 1_000_000).toFixed(1)
  process.stdout.write(`${backup.path}\n${megabytes} MB in ${(backup.durationMs / 1_000).toFixed(1)} s, checked\n`)
  if (backup.files > 0) process.stdout.write(`${backup.path}.files, which belongs to it: ${backup.files} attachments\n`)
  if (file === undefined) removeCutOffBackups(dirname(target), Date.now())
  const removed = keep === undefined ? [] : keepNewestBackups(dirname(target), keep)
  for (const old of removed) process.stdout.write(`removed ${old}\n`)
})

function readArguments(): { file: string | undefined; keep: number | undefined } {
  const { values, positionals } = parseArgs({ options: { keep: { type: 'string' } }, allowPositionals: true })
  const [file, ...others] = positionals
  if (others.length > 0) throw new UsageError('A backup is one file.')
  if (values.keep === undefined) return { file: file && resolve(file), keep: undefined }
  if (file !== undefined) throw new UsageError('--keep counts the backups in the data folder, not a file of your own.')
  if (!/^[1-9]\d*$/.test(values.keep)) throw new UsageError('--keep takes a whole number from 1.')
  return { file: undefined, keep: Number(values.keep) }
}
