import { defaultSettings, type Settings, settingsSchema } from '@livetype/protocol'
import { eq } from 'drizzle-orm'
import type { Database } from '../open-database.ts'
import { settings } from '../schema.ts'

/** What an owner has chosen; what was never chosen is the default's. */
export function selectSettings({ orm }: Database, ownerId: string): Settings {
  const row = orm.select().from(settings).where(eq(settings.ownerId, ownerId)).get()
  return row ? settingsSchema.parse(JSON.parse(row.choices)) : defaultSettings
}
