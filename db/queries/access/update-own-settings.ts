import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { findSqlState } from '@/db/database-error'
import type { Actor, PersonRequest } from '@/lib/domain/access/actor'
import type { Locale, Theme } from '@/lib/domain/access/person-settings'
import { personEntry } from './person-entry'

/** What is undefined stays as it is. */
export interface OwnSettingsChange {
  readonly name: string | undefined
  readonly language: Locale | undefined
  /** Null for the time zone of the business. */
  readonly timeZone: string | null | undefined
  readonly theme: Theme | undefined
}

const INVALID_PARAMETER = '22023'

/**
 * Changes what people choose about themselves, and writes the audit entry of another name, in one
 * statement.
 * @returns why nothing was written: the person is disabled or gone, or PostgreSQL does not know the
 *   time zone
 */
export async function updateOwnSettings(
  database: Database,
  change: OwnSettingsChange,
  request: PersonRequest & { readonly actor: Actor },
): Promise<'changed' | 'actor_changed' | 'time_zone_unknown'> {
  try {
    return (await update(database, change, request)) ? 'changed' : 'actor_changed'
  } catch (error) {
    // The queries count days in the zone, so that both must know it: the statement itself tries it.
    if (findSqlState(error) === INVALID_PARAMETER) return 'time_zone_unknown'
    throw error
  }
}

async function update(
  database: Database,
  { name, language, timeZone, theme }: OwnSettingsChange,
  request: PersonRequest & { readonly actor: Actor },
): Promise<boolean> {
  const zone = sql`${timeZone ?? null}::text`
  const entry = personEntry('person.renamed', request, {
    from: sql`renamed`,
    detail: sql`jsonb_build_object('from', previous_name, 'to', name)`,
  })
  const changed = await database.run((db) =>
    db.execute(sql`
      with own as materialized (
        select id, name from users
        where id = ${request.actor.userId}::uuid and disabled_at is null
          and now() at time zone coalesce(${zone}, 'UTC') is not null
        for no key update
      ),
      changed as (
        update users set
          name = coalesce(${name ?? null}::text, users.name),
          language = coalesce(${language ?? null}::text, language),
          time_zone = ${timeZone === undefined ? sql`time_zone` : zone},
          theme = coalesce(${theme ?? null}::text, theme)
        from own
        where users.id = own.id
        returning users.id, users.name, own.name as previous_name
      ),
      renamed as (select id, name, previous_name from changed where name <> previous_name),
      entry as (${entry})
      select id from changed`),
  )
  return changed.length === 1
}
