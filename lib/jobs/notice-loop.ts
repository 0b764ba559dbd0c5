import type { Database } from '@/db/client'
import { LIMITS } from '@/lib/config/limits'
import { raiseDueNotices } from '@/lib/notices/raise-notices'
import { openDueSends, sendNoticesOnce } from '@/lib/notices/send-notices'
import { runRounds, type Rounds } from './run-rounds'

/** Raises notices and sends them for as long as the process lives; `signal` ends it. */
export async function runNoticeLoop(database: Database, signal: AbortSignal): Promise<void> {
  const { everyMs, atOnce, send } = LIMITS.notice
  const raising: Rounds = {
    name: 'notices',
    once: raiseAndOpen,
    full: atOnce,
    pauseMs: everyMs,
  }
  const sending: Rounds = {
    name: 'notice sends',
    once: sendNoticesOnce,
    full: send.claim.limit,
    pauseMs: send.pollMs,
  }
  await Promise.all([raising, sending].map((rounds) => runRounds(database, rounds, signal)))
}

async function raiseAndOpen(database: Database): Promise<number> {
  const most = await raiseDueNotices(database)
  await openDueSends(database)
  return most
}
