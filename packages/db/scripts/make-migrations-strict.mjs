// Adds STRICT to every table that drizzle-kit generated (it has no option for it), and WITHOUT ROWID to the
// tables whose only access is by their compound key. Idempotent.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

const folder = new URL('../migrations/', import.meta.url)
const withoutRowid = new Set(['events', 'settled_events', 'conversation_tags'])

for (const name of readdirSync(folder).filter((file) => file.endsWith('.sql'))) {
  const file = new URL(name, folder)
  const before = readFileSync(file, 'utf8')
  const after = before.replace(
    /CREATE TABLE `(\w+)` \(([\s\S]*?)\n\);/g,
    (_, table, body) =>
      `CREATE TABLE \`${table}\` (${body}\n) STRICT${withoutRowid.has(table.replace(/^__new_/, '')) ? ', WITHOUT ROWID' : ''};`,
  )
  if (after !== before) writeFileSync(file, after)
}
