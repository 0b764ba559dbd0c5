import type { Database } from '@/db/client'
import { LIMITS } from '@/lib/config/limits'
import { raiseDueNotices } from '@/lib/notices/raise-notices'
import { runRounds } from './run-rounds'

/** Raises notices for as long as the process lives; `signal` ends it. */
export async function runNoticeLoop(database: Database, signal: AbortSignal): Promise<void> {
  const { everyMs: pauseMs, atOnce: full } = LIMITS.notice
  await runRounds(database, { name: 'notices', once: raiseDueNotices, full, pauseMs }, signal)
}
