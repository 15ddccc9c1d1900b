import type { Database } from './open-database.ts'

/**
 * A statement that is built and prepared once for each database: building one costs many times what running it does.
 * @param build makes it, at the first use.
 */
export function prepared<Statement>(
  build: (orm: Database['orm']) => Statement,
): (database: Pick<Database, 'orm'>) => Statement {
  const statements = new WeakMap<Database['orm'], Statement>()
  return ({ orm }) => {
    const known = statements.get(orm)
    if (known) return known
    const statement = build(orm)
    statements.set(orm, statement)
    return statement
  }
}
