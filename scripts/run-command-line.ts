import { EnvironmentError } from '@/lib/config/environment-error'
import { loadEnvFile } from './env-file'
import { inProject } from './project'

/** An end of a command that its message explains to the person at the terminal. */
export class CommandError extends Error {
  override readonly name: string = 'CommandError'
}

/** The command was not written as its usage says; the usage is printed behind the message. */
export class UsageError extends CommandError {
  override readonly name = 'UsageError'
}

export interface CommandLine {
  readonly usage: string
  /**
   * Runs when the `.env` file is loaded. It imports what reads the environment, so that the file
   * counts, and so that a malformed setting is reported like any other error.
   */
  readonly run: (args: readonly string[]) => Promise<void>
}

/**
 * Runs a command to its end and closes the database. Errors are printed as words, never as a stack
 * trace, a statement or its parameters; then the exit code is 1, and open connections are not waited
 * for.
 */
export async function runCommandLine({ usage, run }: CommandLine): Promise<void> {
  try {
    loadEnvFile(inProject('.env'))
    await run(process.argv.slice(2))
    await (globalThis as { paydeskDatabase?: { close(): Promise<void> } }).paydeskDatabase?.close()
  } catch (error) {
    console.error(describeError(error))
    if (error instanceof UsageError || isArgumentError(error)) console.error(`\n${usage}`)
    process.exit(1)
  }
}

const DATABASE_ERRORS: readonly (readonly [codes: RegExp, words: string])[] = [
  [
    /^(ECONN|ENOTFOUND|EAI_|EHOST|ENET|ETIMEDOUT|ENOENT|EPIPE|CONNECT_TIMEOUT|CONNECTION_)/,
    'The database of DATABASE_URL cannot be reached.',
  ],
  [/^28/, 'The database refuses the user or the password of DATABASE_URL.'],
  [/^3D000$/, 'The database that DATABASE_URL names does not exist.'],
  [/^(42P01|42703)$/, 'The database is not up to date: run npm run migrate first.'],
  [/^42501$/, 'The database user of DATABASE_URL may not do this.'],
  [/^(53300|57P0[123])$/, 'The database takes no connections now. Try again in a moment.'],
]

/** One sentence about an error; of errors that are not ours, nothing of their own text. */
function describeError(error: unknown): string {
  const codes: string[] = []
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current instanceof CommandError || current instanceof EnvironmentError) {
      return current.message
    }
    if (current.name === 'DatabaseDeadlineError') {
      return 'The database did not respond in time. It is not known whether a change was made: look before you repeat it.'
    }
    if ('code' in current && typeof current.code === 'string') codes.push(current.code)
  }
  if (isArgumentError(error)) return describeArgumentError(error)
  for (const [pattern, words] of DATABASE_ERRORS) {
    if (codes.some((code) => pattern.test(code))) return words
  }
  return `Something went wrong that has no explanation here (${codes[0] ?? 'no code'}).`
}

function isArgumentError(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE')
}

/** Names the option; its value, and what else was typed, may be secret. */
function describeArgumentError(error: Error): string {
  const option = /'(--?[\w-]+)/.exec(error.message)?.[1]
  return option === undefined
    ? 'This argument is not expected.'
    : `The option ${option} is unknown, lacks its value, or takes none.`
}
