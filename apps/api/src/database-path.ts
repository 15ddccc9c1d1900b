import { join } from 'node:path'
import type { Config } from './config.ts'

/** The database's file. */
export function databasePath(config: Pick<Config, 'dataDir'>): string {
  return join(config.dataDir, 'livetype.db')
}
