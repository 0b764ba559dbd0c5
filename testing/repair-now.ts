import type { Database } from '@/db/client'
import { repairOnce } from '@/lib/jobs/repair-loop'
import { changeBehindWalls } from './behind-walls'

/** Checks every open operation now, as if it had been sent `sentAgoMs` ago. */
export async function repairNow(database: Database, { sentAgoMs = 0 } = {}): Promise<void> {
  const ago = `${sentAgoMs} * interval '1 millisecond'`
  await changeBehindWalls(
    database,
    `update attempts set finished_at = finished_at - ${ago} from operations
      where operations.id = operation_id and settled_at is null;
    update operations set next_check_at = now(), sent_at = sent_at - ${ago}
      where settled_at is null`,
  )
  await repairOnce(database)
}

/** Longer than any provider's settle window after the longest send. */
export const LONG_AGO_MS = 3_600_000
