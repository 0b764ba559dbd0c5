import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@/db/client'
import { findSqlState } from '@/db/database-error'
import { findDatabaseState, tryToWrite } from '@/db/queries/health'
import journal from '@/db/migrations/meta/_journal.json' with { type: 'json' }
import { LIMITS } from '@/lib/config/limits'
import { countUnreadable, findUnreadableSecrets } from '@/lib/keys/find-unreadable-secrets'
import { JOBS, silentMs } from '@/lib/observability/job-rounds'
import { stoppingSignal } from '@/lib/observability/stopping'
import { shareFor } from './share-for'

/**
 * What an instance needs so that people can work with it: the database answers in time, has had the
 * migrations of this build, and takes writes; the encryption key opens a connection's secret; each
 * background job has done a round lately. One that stops is asked for nothing else. The application
 * writes no files of its own.
 */
export type Check = 'stopping' | 'database' | 'schema' | 'writable' | 'key' | 'jobs'

const MIGRATIONS = journal.entries.map(({ when }) => when)

/** Makes a function that names the checks that fail now; see `Check`. It never rejects. */
export function createReadiness(database: () => Database): () => Promise<readonly Check[]> {
  const { databaseAnswerMs, keptMs } = LIMITS.health
  const findInDatabase = shareFor(keptMs, () => failingInDatabase(database()))
  return async () => {
    if (stoppingSignal().aborted) return ['stopping']
    const late = sleep(databaseAnswerMs, ['database'] as const, { ref: false })
    return [...(await Promise.race([findInDatabase(), late])), ...failingJobs()]
  }
}

function failingJobs(): readonly Check[] {
  const isSilent = JOBS.some((job) => (silentMs(job) ?? Infinity) > LIMITS.health.jobSilentMs)
  return isSilent ? ['jobs'] : []
}

/** Without an answer of the database nothing is said about what it would have shown. */
async function failingInDatabase(database: Database): Promise<readonly Check[]> {
  try {
    const { isReadOnly, applied } = await findDatabaseState(database, MIGRATIONS)
    const isWritable = !isReadOnly && (await takesWrites(database))
    const writable = isWritable ? [] : (['writable'] as const)
    if (applied < MIGRATIONS.length) return ['schema', ...writable]
    return [...writable, ...((await opensSecrets(database)) ? [] : (['key'] as const))]
  } catch (error) {
    return [NEVER_MIGRATED.includes(findSqlState(error) ?? '') ? 'schema' : 'database']
  }
}

/** There is no journal of migrations, or the application may not read it. */
const NEVER_MIGRATED: readonly string[] = ['42P01', '3F000', '42501']

/**
 * After the disk was full a small write proves nothing: it is full until a write has room that needs
 * new pages, which is tried once in `diskFullMs`.
 */
async function takesWrites(database: Database): Promise<boolean> {
  const { sinceDiskFullMs } = database
  if (sinceDiskFullMs < LIMITS.health.diskFullMs) return false
  try {
    await tryToWrite(database, { needsNewPages: sinceDiskFullMs !== Infinity })
    database.noteRoomOnDisk()
    return true
  } catch {
    return false
  }
}

/** One secret that is damaged is its connection's or person's matter; a wrong key opens none. */
async function opensSecrets(database: Database): Promise<boolean> {
  const unreadable = await findUnreadableSecrets(database)
  return unreadable.checked === 0 || countUnreadable(unreadable) < unreadable.checked
}
