import {
  emptyLibrary,
  foldLibrary,
  type Library,
  type LibraryChange,
  presetSchema,
  promptSchema,
} from '@livetype/protocol'
import { and, eq } from 'drizzle-orm'
import type { Database } from '../open-database.ts'
import { libraryItems } from '../schema.ts'

/** Reads what an owner keeps to begin with. Every call takes the owner (DOOR1). */
export interface Libraries {
  of(ownerId: string): Promise<Library>
}

/** @see Libraries */
export function createLibraries(database: Database): Libraries {
  return { of: async (ownerId) => selectLibrary(database, ownerId) }
}

/** @see Libraries */
export function selectLibrary({ orm }: Database, ownerId: string): Library {
  const rows = orm.select().from(libraryItems).where(eq(libraryItems.ownerId, ownerId)).all()
  return rows.reduce(
    (library, { kind, payload }) => foldLibrary(library, savedChange(kind, JSON.parse(payload))),
    emptyLibrary,
  )
}

/** Keeps the table what the log says. */
export function projectLibraryChange({ orm }: Database, ownerId: string, change: LibraryChange): void {
  const remove = (kind: string, id: string) => {
    const isRow = and(eq(libraryItems.ownerId, ownerId), eq(libraryItems.kind, kind), eq(libraryItems.id, id))
    orm.delete(libraryItems).where(isRow).run()
  }
  const save = (kind: string, item: { readonly id: string }) => {
    const payload = JSON.stringify(item)
    const target = [libraryItems.ownerId, libraryItems.kind, libraryItems.id]
    orm
      .insert(libraryItems)
      .values({ ownerId, kind, id: item.id, payload })
      .onConflictDoUpdate({ target, set: { payload } })
      .run()
  }
  switch (change.type) {
    case 'preset-saved':
      return save('preset', change.preset)
    case 'preset-deleted':
      return remove('preset', change.presetId)
    case 'prompt-saved':
      return save('prompt', change.prompt)
    case 'prompt-deleted':
      return remove('prompt', change.promptId)
  }
}

function savedChange(kind: string, payload: unknown): LibraryChange {
  if (kind === 'preset') return { type: 'preset-saved', preset: presetSchema.parse(payload) }
  return { type: 'prompt-saved', prompt: promptSchema.parse(payload) }
}
