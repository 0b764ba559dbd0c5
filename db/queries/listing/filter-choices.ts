import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { ofPaymentWithin, withinScope } from '@/db/queries/within-scope'
import { LIMITS } from '@/lib/config/limits'
import type { Scope } from '@/lib/domain/access/scope'
import { EVERYTHING, type FilterChoices } from '@/lib/domain/listing/list-filter'
import { branchesOf } from './list-branches'
import { NEWEST } from './list-order'

/**
 * The choices of the filters: the connections in scope, their currencies, the methods of their recent
 * payments, and the first tags in the order of the alphabet.
 */
export async function findFilterChoices(database: Database, scope: Scope): Promise<FilterChoices> {
  const latest = branchesOf(EVERYTHING, scope).map(
    (branch) => sql`(
      select method from transactions where ${branch}
      order by ${NEWEST.orderBy}
      limit ${sql.raw(String(LIMITS.list.searchScanRows))}
    )`,
  )
  const [row] = await database.run((db) =>
    db.execute<Record<string, unknown> & FilterChoices>(sql`
      ${KNOWN_TAGS}
      select
        (
          select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name), '[]')
          from connections where ${withinScope(scope, sql`id`) ?? sql`true`}
        ) as connections,
        (
          select coalesce(jsonb_agg(distinct currency), '[]') from transaction_tallies
          where ${withinScope(scope, sql`connection_id`) ?? sql`true`}
        ) as currencies,
        (
          select coalesce(jsonb_agg(distinct method), '[]')
          from (${sql.join(latest, sql` union all `)}) as latest
        ) as methods,
        (
          select coalesce(jsonb_agg(tag order by tag), '[]')
          from (select tag from known_tags where tag is not null limit ${MOST_TAGS}) as first_tags
          where ${tagWithin(scope)}
        ) as tags`),
  )
  return row ?? { connections: [], currencies: [], methods: [], tags: [] }
}

/** More than a menu shows well. */
const MOST_TAGS = sql.raw('200')

/** Each tag once: the index is read from tag to tag, however many payments have it. */
const KNOWN_TAGS = sql`
  with recursive known_tags (tag) as (
    (select tag from payment_tags order by tag limit 1)
    union all
    select (select min(tag) from payment_tags where payment_tags.tag > known_tags.tag)
    from known_tags where known_tags.tag is not null
  )`

function tagWithin(scope: Scope): SQL {
  const within = ofPaymentWithin(scope, sql`payment_tags.transaction_id`)
  if (within === undefined) return sql`true`
  return sql`exists (
    select 1 from payment_tags where payment_tags.tag = first_tags.tag and ${within}
  )`
}
