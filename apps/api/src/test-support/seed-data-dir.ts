import { type SeededConversation, seedConversations, seedLongConversation } from '@livetype/db/test-support'
import { databasePath } from '../database-path.ts'

/** Fills the folder of a server that has not been started with conversations; returns their ids, the newest first. */
export function seedDataDir(
  dataDir: string,
  options: Parameters<typeof seedConversations>[1],
): Promise<readonly string[]> {
  return seedConversations(databasePath({ dataDir }), options)
}

/** Fills the folder of a server that has not been started with one long conversation. */
export function seedDataDirLong(
  dataDir: string,
  options: Parameters<typeof seedLongConversation>[1],
): Promise<SeededConversation> {
  return seedLongConversation(databasePath({ dataDir }), options)
}
