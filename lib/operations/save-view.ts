import { randomUUID } from 'node:crypto'
import type { Database } from '@/db/client'
import { upsertSavedView } from '@/db/queries/listing/saved-views'
import { onlyWrite } from '@/db/refused-write'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import { isPermitted } from '@/lib/domain/access/permission'
import { readListSearch, writeListQuery } from '@/lib/domain/listing/list-query'
import type { SaveViewInput } from '@/lib/domain/listing/saved-view'
import { failure, success, type Result } from '@/lib/domain/operation/result'

/**
 * Saves a view under a name, private or shared; the person's own view of that name is replaced.
 * Of the address only what the list understands is kept, from its first page. Fails with
 * `not_permitted` when sharing is for others, and `too_many_views` when the shelf is full.
 */
export async function saveView(
  { database, actor }: { readonly database: Database; readonly actor: Actor },
  input: SaveViewInput,
): Promise<Result<{ readonly query: string }>> {
  const { name, isShared } = input
  if (isShared && !isPermitted(actor.role, 'share_views')) {
    return failure('not_permitted', { values: { role: actor.role, permission: 'share_views' } })
  }
  const { query: list } = readListSearch(new URLSearchParams(input.query))
  const query = writeListQuery({ ...list, after: null })
  const view = { id: randomUUID(), ownerId: actor.userId, name, query, isShared }
  if (await onlyWrite(upsertSavedView(database, view))) return success({ query })
  return failure('too_many_views', { values: { max: LIMITS.savedViews.perPerson } })
}
