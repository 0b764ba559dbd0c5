import postgres from 'postgres'
import { describeUnprovedServer } from '@/lib/config/database-tls'

/** An end of a command that its message explains to the person at the terminal. */
export class CommandError extends Error {
  override readonly name: string = 'CommandError'
}

/** The command was not written as its usage says; the usage is printed behind the message. */
export class UsageError extends CommandError {
  override readonly name = 'UsageError'
}

/**
 * An error in words for a terminal. Statements, parameters and secrets are never part of them: only
 * messages that we wrote ourselves are shown, and everything else by its code or kind.
 */
export function describeError(error: unknown): string {
  const database = describeDatabaseError(error)
  if (database !== null) return database
  if (!(error instanceof Error)) return 'It ended with an unexpected error.'
  if (isArgumentError(error)) return describeArgumentError(error)
  const code = codeOf(error)
  if (isOurs(error)) return error.message
  if ('path' in error && typeof error.path === 'string') {
    return `The file ${error.path} cannot be used (${code ?? error.name}).`
  }
  return `It ended with an unexpected error (${code ?? error.name}).`
}

/** The same for an error of the database, whose own message would quote the statement; else null. */
export function describeDatabaseError(error: unknown): string | null {
  const chain = causes(error)
  for (const cause of chain) {
    const words = describeCause(cause)
    if (words !== null) return words
  }
  return null
}

/** An argument that Node's own reader of arguments refused. */
export function isArgumentError(error: Error): boolean {
  return error instanceof TypeError && codeOf(error)?.startsWith('ERR_PARSE_ARGS_') === true
}

function causes(error: unknown): Error[] {
  const chain: Error[] = []
  for (let current = error; current instanceof Error; current = current.cause) chain.push(current)
  // A TypeError comes from `fetch` or from arguments, not from the database.
  return chain.some((cause) => cause instanceof TypeError) ? [] : chain
}

/** Errors of the language and of libraries have classes of their own, and may quote what they read. */
function isOurs(error: Error): boolean {
  if (codeOf(error) !== null) return false
  return error.constructor === Error || OUR_ERRORS.includes(error.name)
}

const OUR_ERRORS: readonly string[] = [
  'CommandError',
  'UsageError',
  'EnvironmentError',
  'UnusableConnectionError',
  'OlderDatabaseError',
]

const UNREACHABLE: readonly string[] = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
]

const NOT_LET_IN =
  'The database does not accept the user and password of DATABASE_URL. A new user is made by npm run migrate.'

/** By the code of PostgreSQL. */
const REFUSALS: Readonly<Record<string, string>> = {
  '28P01': NOT_LET_IN,
  '28000': NOT_LET_IN,
  '3D000': 'The database of DATABASE_URL does not exist.',
  '42P01': 'The database is not up to date: run npm run migrate.',
  '42703': 'The database is not up to date: run npm run migrate.',
  '42501':
    'The user of DATABASE_URL may not do this in the database. Set DATABASE_OWNER_URL to the owner of its tables.',
  '53300': 'The database takes no connections now. Try again in a moment.',
  '57P01': 'The database takes no connections now. Try again in a moment.',
  '57P03': 'The database takes no connections now. Try again in a moment.',
}

function describeCause(error: Error): string | null {
  const code = codeOf(error) ?? ''
  const unproved = describeUnprovedServer(error)
  if (unproved !== null) return `The database is not used: ${unproved}`
  // A missing file has a path; a missing socket of the database has an address.
  if (UNREACHABLE.includes(code) && !('path' in error && code === 'ENOENT')) {
    return `The database of DATABASE_URL cannot be reached (${code}).`
  }
  if (error.name === 'DatabaseDeadlineError') {
    return 'The database did not respond in time. It is not known whether a change was made: look before you repeat it.'
  }
  const isClean = error.name === 'DatabaseError'
  if (!isClean && !(error instanceof postgres.PostgresError)) return null
  return REFUSALS[code] ?? `The database refused a statement: ${isClean ? error.message : code}.`
}

/** Names the option; its value, and what else was typed, may be secret. */
function describeArgumentError(error: Error): string {
  const option = /'(--?[\w-]+)/.exec(error.message)?.[1]
  return option === undefined
    ? 'This argument is not expected.'
    : `The option ${option} is unknown, lacks its value, or takes none.`
}

function codeOf(error: Error): string | null {
  return 'code' in error && typeof error.code === 'string' ? error.code : null
}
