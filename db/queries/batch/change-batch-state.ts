import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { Actor } from '@/lib/domain/access/actor'
import type { BatchState } from '@/lib/domain/batch/batch'

/** An act of a person on a batch as a whole, with the states in which it is possible. */
export interface StateChange {
  readonly to: Extract<BatchState, 'running' | 'paused' | 'ended' | 'discarded'>
  readonly from: readonly BatchState[]
  /** Its name in the audit trail; null for what started nothing and leaves no entry. */
  readonly action: 'batch.resumed' | 'batch.paused' | 'batch.ended' | null
}

interface ByPerson {
  readonly batchId: string
  readonly actor: Actor
  readonly requestId: string
}

/**
 * Moves a batch to another state with its audit entry. Every row that waits is withdrawn when it ends;
 * what is under way comes to its own end. False when it is in another state by now.
 */
export async function changeBatchState(
  database: Database,
  { to, from, action }: StateChange,
  { batchId, actor, requestId }: ByPerson,
): Promise<boolean> {
  const changed = await database.run((db) =>
    db.execute(sql`
      with batch as (
        update batches set state = ${to},
          ended_at = case when ${to} in ('ended', 'discarded') then now() end,
          running_since = case when ${to} = 'running' then now() else running_since end
        where id = ${batchId}::uuid
          and state in (select jsonb_array_elements_text(${JSON.stringify(from)}::jsonb))
        returning id, kind
      ),
      withdrawn as (
        update batch_rows set state = 'withdrawn', planned_key = null, ended_at = now()
        from batch where batch_rows.batch_id = batch.id and ${to} = 'ended'
          and batch_rows.state = 'waiting'
        returning batch_rows.number
      ),
      entry as (
        insert into audit_entries (
          stream_id, action, actor_id, actor_name, actor_role, request_id, address, detail
        )
        select batch.id, ${action}::text, ${actor.userId}::uuid, ${actor.name}, ${actor.role},
          ${requestId}::uuid, ${actor.address ?? null}::text,
          jsonb_build_object('kind', batch.kind, 'withdrawn', (select count(*) from withdrawn))
        from batch where ${action}::text is not null
      )
      select id from batch`),
  )
  return changed.length > 0
}
