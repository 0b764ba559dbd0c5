import type { Database } from '@/db/client'
import {
  claimSends,
  endSend,
  type ClaimedSend,
  type SendEnd,
} from '@/db/queries/notice/claim-sends'
import { openCall, openMails } from '@/db/queries/notice/open-sends'
import { LIMITS } from '@/lib/config/limits'
import { NOTICE_KINDS } from '@/lib/domain/notice/notice'
import { log } from '@/lib/observability/log'
import { callWebhook } from './call-webhook'
import { mailDigest } from './mail-digest'

/** Puts notices that wait into sends, at most one an hour, kind and receiver. Returns their number. */
export async function openDueSends(database: Database): Promise<number> {
  let opened = 0
  for (const kind of NOTICE_KINDS) {
    opened += await openMails(database, kind)
    opened += await openCall(database, kind)
  }
  return opened
}

/** Sends what is due, each by its way; what fails is tried again later. Returns their number. */
export async function sendNoticesOnce(database: Database): Promise<number> {
  const claimed = await claimSends(database)
  await Promise.all(claimed.map((send) => sendSafely(database, send)))
  return claimed.length
}

/** After a failure of ours the lease runs out, and the send is taken up again. */
async function sendSafely(database: Database, send: ClaimedSend): Promise<void> {
  try {
    const way = send.userId === null ? callWebhook : mailDigest
    await endSend(database, send, giveUpLast(send, await way(database, send)))
  } catch (error) {
    log().warn({ error, sendId: send.id }, 'notices were left to be sent again')
  }
}

function giveUpLast({ tries }: ClaimedSend, ended: SendEnd): SendEnd {
  if (ended.end !== 'retry' || tries <= LIMITS.notice.send.retryMs.length) return ended
  return { end: 'failed', problem: ended.problem, status: ended.status }
}
