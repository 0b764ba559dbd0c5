import type { Db } from './client'

/** The statements of each connection, by name. */
const known = new WeakMap<Db, Map<string, unknown>>()

/**
 * A prepared statement of a connection, whose text is built once: Drizzle takes a millisecond of
 * processor time for the text of a large one, which is more than the database takes to run it.
 * @param name another one for every text
 */
export function preparedOn<P>(db: Db, name: string, prepare: () => P): P {
  const statements = known.get(db) ?? new Map<string, unknown>()
  known.set(db, statements)
  const statement = (statements.get(name) as P | undefined) ?? prepare()
  statements.set(name, statement)
  return statement
}
