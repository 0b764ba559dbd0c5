import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { withinScope } from '@/db/queries/within-scope'
import type { Actor } from '@/lib/domain/access/actor'
import type { WantedRow } from '@/lib/domain/batch/wanted-row'

/** What was asked for in the rows of a batch, in the reader's scope, that moved nothing and may be tried again. */
export async function listRetriable(
  database: Database,
  { scope }: Pick<Actor, 'scope'>,
  batchId: string,
): Promise<readonly WantedRow[]> {
  const rows = await database.run((db) =>
    db.execute<{ wanted: WantedRow }>(sql`
      select item.wanted
      from batch_rows as item left join operations on operations.id = item.operation_id
      where item.batch_id = ${batchId}::uuid and ${withinScope(scope, sql`item.connection_id`) ?? sql`true`}
        and (
          item.state in ('not_started', 'withdrawn')
          or item.state = 'operated' and (
            operations.state in ('not_sent', 'abandoned')
            or operations.state = 'refused'
              and operations.retry ->> 'kind' is distinct from 'do_not_retry'
          )
        )
      order by item.number`),
  )
  return rows.map(({ wanted }) => wanted)
}
