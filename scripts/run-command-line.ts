import { setTimeout as sleep } from 'node:timers/promises'
import { describeError, isArgumentError, UsageError } from './describe-error'
import { loadEnvFile } from './application/env-file'
import { inProject } from './project'

/** Longest that closing the database may take before the process ends regardless. */
const CLOSE_LIMIT_MS = 2_000

export interface CommandLine {
  readonly usage?: string
  /** The exit code for arguments that it does not know; 1 when left out. */
  readonly misuseCode?: number
  /**
   * True for what only the owner of the tables may change: the command comes to the database by
   * DATABASE_OWNER_URL where there is one.
   */
  readonly isByOwner?: true
  /**
   * Runs when the `.env` file is loaded. It imports what reads the environment, so that the file
   * counts, and so that a malformed setting is reported like any other error.
   */
  readonly run: (args: readonly string[]) => Promise<void>
}

/**
 * Runs a command and ends its process: with 0, or after one plain sentence with 1 or `misuseCode`. The database is
 * closed, and nothing that is still open keeps the process from its end.
 */
export function runCommandLine({ usage, misuseCode = 1, isByOwner, run }: CommandLine): void {
  const end = async (error?: unknown): Promise<never> => {
    const isMisused =
      error instanceof Error && (error instanceof UsageError || isArgumentError(error))
    if (error !== undefined) {
      console.error(describeError(error))
      if (usage !== undefined && isMisused) console.error(`\n${usage}`)
    }
    await Promise.race([closeDatabase(), sleep(CLOSE_LIMIT_MS)])
    if (error === undefined) process.exit(0)
    process.exit(isMisused ? misuseCode : 1)
  }
  process.on('uncaughtException', (error) => void end(error))
  process.on('unhandledRejection', (error) => void end(error))
  void start(isByOwner === true, run).then(() => end(), end)
}

async function start(isByOwner: boolean, run: CommandLine['run']): Promise<void> {
  loadEnvFile(inProject('.env'))
  if (isByOwner) await comeAsOwner()
  await run(process.argv.slice(2))
}

async function comeAsOwner(): Promise<void> {
  const { readSecrets } = await import('@/lib/config/env')
  const { DATABASE_OWNER_URL: ownerUrl } = readSecrets(['DATABASE_OWNER_URL'])
  if (!ownerUrl) return
  process.env.DATABASE_URL = ownerUrl
  process.env.DATABASE_URL_FILE = ''
}

async function closeDatabase(): Promise<void> {
  try {
    await (await import('@/db/client')).closeDatabase()
  } catch {
    // What could not be closed ends with the process.
  }
}
