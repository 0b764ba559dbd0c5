import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'

/** Longest that closing the database may take before the process ends regardless. */
const CLOSE_LIMIT_MS = 2_000

/**
 * Runs a script's work and ends its process: with 0, or after one plain sentence with 1. The
 * database is closed, and nothing that is still open keeps the process from its end.
 */
export function runCommandLine(main: () => Promise<void>): void {
  process.on('uncaughtException', (error) => void end(error))
  process.on('unhandledRejection', (error) => void end(error))
  void main().then(() => end(), end)
}

async function end(error?: unknown): Promise<never> {
  if (error !== undefined) console.error(describeFailure(error))
  await Promise.race([closeDatabase(), sleep(CLOSE_LIMIT_MS)])
  process.exit(error === undefined ? 0 : 1)
}

async function closeDatabase(): Promise<void> {
  try {
    await (await import('@/db/client')).closeDatabase()
  } catch {
    // What could not be closed ends with the process.
  }
}

/**
 * An error in words for a terminal. Statements, parameters and secrets never are in it: only
 * messages that we wrote ourselves are shown, and everything else by its code or kind.
 */
function describeFailure(error: unknown): string {
  const database = describeDatabaseFailure(error)
  if (database !== null) return database
  if (!(error instanceof Error)) return 'It ended with an unexpected error.'
  const code = codeOf(error)
  if (isOurs(error) || code?.startsWith('ERR_PARSE_ARGS_')) return error.message
  if ('path' in error && typeof error.path === 'string') {
    return `The file ${error.path} cannot be used (${code ?? error.name}).`
  }
  return `It ended with an unexpected error (${code ?? error.name}).`
}

/** The same for an error of the database, whose own message would quote the statement; else null. */
export function describeDatabaseFailure(error: unknown): string | null {
  const chain = causes(error)
  for (const cause of chain) {
    const words = wordsOf(cause)
    if (words !== null) return words
  }
  return chain.some((cause) => 'query' in cause) ? 'The database refused a statement.' : null
}

function causes(error: unknown): Error[] {
  const chain: Error[] = []
  for (let current = error; current instanceof Error; current = current.cause) chain.push(current)
  // What `fetch` throws is not about the database.
  return chain.some((cause) => cause instanceof TypeError) ? [] : chain
}

/** Errors of the language and of libraries have classes of their own, and may quote what they read. */
function isOurs(error: Error): boolean {
  if (codeOf(error) !== null) return false
  return error.constructor === Error || OUR_ERRORS.includes(error.name)
}

const OUR_ERRORS: readonly string[] = ['UnusableConnectionError', 'SharedAccountError']

const UNREACHABLE: readonly string[] = [
  ...['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['ETIMEDOUT', 'CONNECT_TIMEOUT', 'CONNECTION_CLOSED', 'CONNECTION_ENDED'],
  ...['CONNECTION_DESTROYED', '57P01', '57P03', '53300'],
]

/** By the code of PostgreSQL. */
const REFUSALS: Readonly<Record<string, string>> = {
  '28P01': 'The database does not accept the user and password of DATABASE_URL.',
  '28000': 'The database does not accept the user and password of DATABASE_URL.',
  '3D000': 'The database of DATABASE_URL does not exist.',
  '42P01': 'The database is not up to date: run npm run migrate.',
  '42703': 'The database is not up to date: run npm run migrate.',
  '42501': 'The user of DATABASE_URL may not do this in the database.',
}

function wordsOf(error: Error): string | null {
  const code = codeOf(error) ?? ''
  if (UNREACHABLE.includes(code)) {
    return `The database of DATABASE_URL cannot be reached (${code}).`
  }
  if (error.name === 'DatabaseDeadlineError') return 'The database did not answer in time.'
  if (!(error instanceof postgres.PostgresError)) return null
  return REFUSALS[code] ?? `The database refused a statement (${code}).`
}

function codeOf(error: Error): string | null {
  return 'code' in error && typeof error.code === 'string' ? error.code : null
}
