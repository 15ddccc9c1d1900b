import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { restoreDatabase } from '@livetype/db'
import { readConfig } from '../config.ts'
import { databasePath } from '../database-path.ts'
import { rootDir } from '../root-dir.ts'
import { runCommand, UsageError } from './run-command.ts'

const usage = `npm run restore -- <file>

  <file>  the backup that becomes the database; the one that is there is kept beside it`

await runCommand(usage, async () => {
  const from = readArguments()
  const path = databasePath(readConfig(process.env, rootDir))
  const { keptAside, missingFiles } = await restoreDatabase({
    path,
    from,
    now: Date.now(),
    onWaiting: () => process.stderr.write('A server has the database open. It was told to end; waiting for it …\n'),
  })
  process.stdout.write(`${path} is now as it was in ${from}\n`)
  if (missingFiles > 0) {
    process.stdout.write(`${missingFiles} attachments are missing: ${from}.files should lie beside the backup.\n`)
  }
  if (keptAside) process.stdout.write(`The database of before is ${keptAside}\n`)
})

function readArguments(): string {
  const [file, ...others] = parseArgs({ allowPositionals: true }).positionals
  if (file === undefined || others.length > 0) throw new UsageError('Which backup is to be restored?')
  return resolve(file)
}
