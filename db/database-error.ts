import { DrizzleQueryError } from 'drizzle-orm'
import postgres from 'postgres'

/**
 * A database error without the statement, its parameters or a row's values. The names of the fields
 * are the driver's.
 */
class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  /** The SQLSTATE, or the driver's or the system's code when there was no answer. */
  declare readonly code?: string
  declare readonly severity?: string
  declare readonly constraint_name?: string
  declare readonly schema_name?: string
  declare readonly table_name?: string
  declare readonly column_name?: string

  constructor(message: string, facts: Facts) {
    super(message)
    for (const name of FACTS) {
      const value = facts[name]
      if (typeof value === 'string') Object.defineProperty(this, name, { value, enumerable: true })
    }
  }
}

const FACTS = [
  'code',
  'severity',
  'constraint_name',
  'schema_name',
  'table_name',
  'column_name',
] as const
type Facts = Readonly<Partial<Record<(typeof FACTS)[number], unknown>>>

/** SQLSTATEs that leave it open: a broken connection (a pooler's too), and 40003. */
const UNCLEAR = /^08|^40003$/

/**
 * True when the server refused the statement, so that nothing of it took effect. False for an error
 * that leaves this open, such as a connection that broke.
 */
export function isRefusedStatement(error: unknown): boolean {
  // By its name: Next bundles this class more than once, while one database serves all of them.
  if (!(error instanceof Error) || error.name !== 'DatabaseError') return false
  const { severity, code } = error as { readonly severity?: unknown; readonly code?: unknown }
  return severity === 'ERROR' && typeof code === 'string' && !UNCLEAR.test(code)
}

/** The SQLSTATE of an error of the database; null for every other error, and where none came. */
export function findSqlState(error: unknown): string | null {
  if (!(error instanceof Error) || error.name !== 'DatabaseError') return null
  const { code } = error as { readonly code?: unknown }
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null
}

/** The name of the constraint that the server says a statement breaks; null for every other error. */
export function findBrokenConstraint(error: unknown): string | null {
  if (!(error instanceof Error) || error.name !== 'DatabaseError') return null
  return 'constraint_name' in error && typeof error.constraint_name === 'string'
    ? error.constraint_name
    : null
}

/**
 * Classes of SQLSTATE whose message names only parts of the schema, roles or the server's state. The
 * messages of others, such as 22 (data exception), repeat values.
 */
const CLASSES_WITHOUT_VALUES = /^(08|0A|23|25|26|28|2D|34|3D|3F|40|42|53|54|55|57|58|F0|XX)|^P0001$/

/**
 * The same error without personal data: those of Drizzle carry the statement and its parameters in
 * their message, those of the driver also the row. Errors of other kinds are answered as they are.
 */
export function withoutPersonalData(error: unknown): unknown {
  const origin = error instanceof DrizzleQueryError ? error.cause : error
  if (!(error instanceof DrizzleQueryError) && !(error instanceof postgres.PostgresError)) {
    return error
  }
  const facts: Facts = origin ?? {}
  const clean = new DatabaseError(sentenceOf(origin, facts.code), facts)
  const frames = callSites(error)
  clean.stack = [`${clean.name}: ${clean.message}`, ...frames].join('\n')
  return clean
}

function sentenceOf(origin: unknown, code: unknown): string {
  const known = typeof code === 'string' ? code : 'no code'
  if (!(origin instanceof postgres.PostgresError)) {
    return `the statement got no answer from the database (${known})`
  }
  return CLASSES_WITHOUT_VALUES.test(known)
    ? `${origin.message} (${known})`
    : `the database refused the statement (${known})`
}

/** The calls that led to an error; its message, which can hold lines like theirs, is cut off first. */
function callSites({ stack = '', message }: Error): string[] {
  const start = stack.indexOf(message)
  if (start === -1) return []
  const lines = stack.slice(start + message.length).split('\n')
  return lines.filter((line) => line.startsWith('    at '))
}
