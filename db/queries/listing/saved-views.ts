import { and, asc, eq, or, sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { users } from '@/db/schema/people'
import { savedViews } from '@/db/schema/saved-views'
import { LIMITS } from '@/lib/config/limits'
import type { Scope } from '@/lib/domain/access/scope'
import type { SavedView } from '@/lib/domain/listing/saved-view'

/** True of a view whose query names no connection outside the scope. */
function namesOnly(scope: Scope): SQL | undefined {
  if (scope === 'all') return undefined
  return sql`coalesce(
    ${JSON.stringify(scope)}::jsonb ? substring(saved_views.query from '(?:^|&)connection=([^&]*)'),
    true
  )`
}

/**
 * A person's own saved views, and the shared ones that name no connection outside the scope, by
 * name.
 */
export function listSavedViews(
  database: Database,
  scope: Scope,
  userId: string,
): Promise<SavedView[]> {
  return database.run((db) =>
    db
      .select({
        id: savedViews.id,
        name: savedViews.name,
        query: savedViews.query,
        isShared: savedViews.isShared,
        isOwn: sql<boolean>`${savedViews.ownerId} = ${userId}`,
        ownerName: users.name,
      })
      .from(savedViews)
      .innerJoin(users, eq(users.id, savedViews.ownerId))
      .where(
        or(eq(savedViews.ownerId, userId), and(eq(savedViews.isShared, true), namesOnly(scope))),
      )
      .orderBy(asc(sql`lower(${savedViews.name})`), asc(savedViews.id)),
  )
}

export interface SavedViewWrite {
  readonly id: string
  readonly ownerId: string
  readonly name: string
  readonly query: string
  readonly isShared: boolean
}

/**
 * Keeps a list, in place of the owner's one of the same name. False when the owner has as many as
 * a person may have; then nothing was written.
 */
export async function upsertSavedView(database: Database, view: SavedViewWrite): Promise<boolean> {
  const written = await database.run((db) =>
    db.execute(sql`
      insert into saved_views (id, owner_id, name, query, is_shared)
      select ${view.id}::uuid, ${view.ownerId}::uuid, ${view.name}, ${view.query}, ${view.isShared}::boolean
      where (
        select count(*) from saved_views where owner_id = ${view.ownerId} and name <> ${view.name}
      ) < ${LIMITS.savedViews.perPerson}
      on conflict (owner_id, name) do update set
        query = excluded.query, is_shared = excluded.is_shared
      returning id`),
  )
  return written.length > 0
}

/**
 * Removes a person's own view, or with `alsoShared` any shared one that `listSavedViews` shows.
 * False when there was none.
 */
export async function deleteSavedView(
  database: Database,
  view: {
    readonly id: string
    readonly userId: string
    readonly alsoShared: boolean
    readonly scope: Scope
  },
): Promise<boolean> {
  const gone = await database.run((db) =>
    db.execute(sql`
      delete from saved_views
      where id = ${view.id}
        and (owner_id = ${view.userId} or (
          is_shared and ${view.alsoShared}::boolean and ${namesOnly(view.scope) ?? sql`true`}
        ))
      returning id`),
  )
  return gone.length > 0
}
