import { type Configuration, configurationSchema, isUnset } from '@livetype/protocol'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../open-database.ts'
import { prepared } from '../prepared.ts'
import { conversationConfigurations, conversations } from '../schema.ts'

/** Reads what is set for conversations. Every call takes the owner (DOOR1). */
export interface Configurations {
  /** Empty where nothing is set, and where there is no such conversation. */
  of(ownerId: string, conversationId: string): Promise<Configuration>
}

/** @see Configurations */
export function createConfigurations(database: Database): Configurations {
  return { of: async (ownerId, conversationId) => selectConfiguration(database, ownerId, conversationId) }
}

/** @see Configurations */
export function selectConfiguration(database: Database, ownerId: string, conversationId: string): Configuration {
  const row = select(database).get({ ownerId, id: conversationId })
  return row ? configurationSchema.parse(JSON.parse(row.configuration)) : {}
}

/** Keeps the table what the log says. */
export function projectConfiguration({ orm }: Database, conversationId: string, configured: Configuration): void {
  const isRow = eq(conversationConfigurations.conversationId, conversationId)
  if (isUnset(configured)) {
    orm.delete(conversationConfigurations).where(isRow).run()
    return
  }
  const configuration = JSON.stringify(configured)
  orm
    .insert(conversationConfigurations)
    .values({ conversationId, configuration })
    .onConflictDoUpdate({ target: conversationConfigurations.conversationId, set: { configuration } })
    .run()
}

const select = prepared((orm) =>
  orm
    .select({ configuration: conversationConfigurations.configuration })
    .from(conversationConfigurations)
    .innerJoin(conversations, eq(conversations.id, conversationConfigurations.conversationId))
    .where(
      and(
        eq(conversations.id, sql.placeholder('id')),
        eq(conversations.ownerId, sql.placeholder('ownerId')),
        isNull(conversations.deletedAt),
      ),
    )
    .prepare(),
)
