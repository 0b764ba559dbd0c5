import { setTimeout as sleep } from 'node:timers/promises'
import { describeError, isArgumentError, UsageError } from './describe-error'
import { loadEnvFile } from './application/env-file'
import { inProject } from './project'

/** Longest that closing the database may take before the process ends regardless. */
const CLOSE_LIMIT_MS = 2_000

export interface CommandLine {
  readonly usage?: string
  /**
   * Runs when the `.env` file is loaded. It imports what reads the environment, so that the file
   * counts, and so that a malformed setting is reported like any other error.
   */
  readonly run: (args: readonly string[]) => Promise<void>
}

/**
 * Runs a command and ends its process: with 0, or after one plain sentence with 1. The database is
 * closed, and nothing that is still open keeps the process from its end.
 */
export function runCommandLine({ usage, run }: CommandLine): void {
  const end = async (error?: unknown): Promise<never> => {
    if (error !== undefined) {
      console.error(describeError(error))
      const isMisused =
        error instanceof Error && (error instanceof UsageError || isArgumentError(error))
      if (usage !== undefined && isMisused) console.error(`\n${usage}`)
    }
    await Promise.race([closeDatabase(), sleep(CLOSE_LIMIT_MS)])
    process.exit(error === undefined ? 0 : 1)
  }
  process.on('uncaughtException', (error) => void end(error))
  process.on('unhandledRejection', (error) => void end(error))
  void start(run).then(() => end(), end)
}

async function start(run: CommandLine['run']): Promise<void> {
  loadEnvFile(inProject('.env'))
  await run(process.argv.slice(2))
}

async function closeDatabase(): Promise<void> {
  try {
    await (await import('@/db/client')).closeDatabase()
  } catch {
    // What could not be closed ends with the process.
  }
}
