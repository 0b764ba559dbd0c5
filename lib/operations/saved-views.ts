import { randomUUID } from 'node:crypto'
import type { Database } from '@/db/client'
import { deleteSavedView, upsertSavedView } from '@/db/queries/listing/saved-views'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import { isPermitted } from '@/lib/domain/access/permission'
import { readListSearch, writeListQuery } from '@/lib/domain/listing/list-query'
import type { RemoveViewInput, SaveViewInput } from '@/lib/domain/listing/saved-view'
import { failure, success, type Result } from '@/lib/domain/operation/result'

interface Context {
  readonly database: Database
  readonly actor: Actor
}

/**
 * Keeps a list under a name, for oneself or for everybody; one's own list of that name is replaced.
 * Of the address only what the list understands is kept, from its first page. Fails with
 * `not_permitted` when sharing is for others, and `too_many_views` when the shelf is full.
 */
export async function saveView(
  { database, actor }: Context,
  input: SaveViewInput,
): Promise<Result<{ readonly query: string }>> {
  const { name, isShared } = input
  if (isShared && !isPermitted(actor.role, 'share_views')) {
    return failure('not_permitted', { values: { role: actor.role, permission: 'share_views' } })
  }
  const { query: list } = readListSearch(new URLSearchParams(input.query))
  const query = writeListQuery({ ...list, after: null })
  const view = { id: randomUUID(), ownerId: actor.userId, name, query, isShared }
  if (await upsertSavedView(database, view)) return success({ query })
  return failure('too_many_views', { values: { max: LIMITS.savedViews.perPerson } })
}

/**
 * Removes one's own list; who may share may remove what anybody shared. Fails with `view_gone` when
 * there is none that one may remove.
 */
export async function removeView(
  { database, actor }: Context,
  input: RemoveViewInput,
): Promise<Result<null>> {
  const alsoShared = isPermitted(actor.role, 'share_views')
  const view = { id: input.id, userId: actor.userId, alsoShared }
  if (await deleteSavedView(database, view)) return success(null)
  return failure('view_gone')
}
