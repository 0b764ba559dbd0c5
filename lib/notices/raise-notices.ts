import type { Database } from '@/db/client'
import { readSetting } from '@/db/queries/access/organization-settings'
import { raiseNotices, type BusinessDay } from '@/db/queries/notice/raise-notices'
import { forgetNotices, readWhatIsOver } from '@/db/queries/notice/tend-notices'
import { env } from '@/lib/config/env'
import { dueBounds } from '@/lib/domain/listing/due'
import { localDay } from '@/lib/domain/listing/local-day'
import { NOTICE_KINDS } from '@/lib/domain/notice/notice'
import { canMail } from './can-mail'

/**
 * Raises every notice that is due, after taking out of the bell what is over. What expires today does so
 * by the day of the business. Returns the greatest number of one kind.
 */
export async function raiseDueNotices(database: Database, now = new Date()): Promise<number> {
  await readWhatIsOver(database)
  const today = businessDay(now, await businessZone(database))
  let most = 0
  for (const kind of NOTICE_KINDS) {
    most = Math.max(most, await raiseNotices(database, kind, { today, canMail: canMail() }))
  }
  await forgetNotices(database)
  return most
}

/** The time zone of the business, as it is now. */
async function businessZone(database: Database): Promise<string> {
  return (await readSetting(database, 'time_zone')) ?? env().PAYDESK_TIME_ZONE
}

/** Today, in a time zone. */
function businessDay(now: Date, timeZone: string): BusinessDay {
  return { day: localDay(now, timeZone), now, before: dueBounds(now, timeZone).tomorrow }
}
