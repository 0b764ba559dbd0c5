import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { Failure } from '@/lib/domain/operation/result'

/** Why a row is given up that was taken up again and again, and never came to an end. */
const GIVEN_UP = { code: 'nothing_started' } as const satisfies Failure

/**
 * Takes rows out of the hands of instances that are gone. One whose operation exists is done here:
 * repair finds out what became of it. Any other one was never begun, since whoever had it cannot
 * write its intent any more; it waits again, or is withdrawn where the batch has ended. Returns
 * their number.
 */
export async function releaseDeadRows(database: Database, mostTries: number): Promise<number> {
  const released = await database.run((db) =>
    db.execute(sql`
      with dead as (
        select batch_id, number from batch_rows
        where state = 'begun' and lease_until <= now()
        for update skip locked
      ),
      next as (
        select item.batch_id, item.number, case
          when exists (select 1 from operations where operations.id = item.operation_id)
            then 'operated'
          when batch.state = 'ended' then 'withdrawn'
          when item.tries >= ${mostTries}::int then 'not_started'
          else 'waiting'
        end as state
        from dead
          join batch_rows as item on item.batch_id = dead.batch_id and item.number = dead.number
          join batches as batch on batch.id = item.batch_id
      )
      update batch_rows as item set state = next.state, lease_until = null,
        planned_key = case
          when next.state in ('withdrawn', 'not_started') then null else item.planned_key
        end,
        failure = case when next.state = 'not_started' then ${JSON.stringify(GIVEN_UP)}::jsonb end,
        ended_at = case when next.state <> 'waiting' then now() end
      from next
      where item.batch_id = next.batch_id and item.number = next.number
      returning item.number`),
  )
  return released.length
}

/** Ends every batch of which no row waits or is under way. Returns their number. */
export async function endFinishedBatches(database: Database): Promise<number> {
  const ended = await database.run((db) =>
    db.execute(sql`
      update batches set state = 'ended', ended_at = now()
      where state in ('running', 'paused', 'stopped') and not exists (
        select 1 from batch_rows
        where batch_id = batches.id and state in ('waiting', 'begun')
      )
      returning id`),
  )
  return ended.length
}
