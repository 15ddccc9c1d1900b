// npm run restore: a path that is given is meant from where the command was typed, which npm leaves for the root.
import { runApi } from './run-api.mjs'

runApi('commands/restore.ts', { args: process.argv.slice(2), cwd: process.env.INIT_CWD ?? process.cwd() })
