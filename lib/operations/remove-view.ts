import type { Database } from '@/db/client'
import { deleteSavedView } from '@/db/queries/listing/saved-views'
import { onlyWrite } from '@/db/refused-write'
import type { Actor } from '@/lib/domain/access/actor'
import { isPermitted } from '@/lib/domain/access/permission'
import type { RemoveViewInput } from '@/lib/domain/listing/saved-view'
import { failure, success, type Result } from '@/lib/domain/operation/result'

/**
 * Removes a person's own view; people who may share may remove any shared one. Fails with
 * `view_gone` when there is none that one may remove.
 */
export async function removeView(
  { database, actor }: { readonly database: Database; readonly actor: Actor },
  input: RemoveViewInput,
): Promise<Result<null>> {
  const alsoShared = isPermitted(actor.role, 'share_views')
  const { userId, scope } = actor
  const view = { id: input.id, userId, alsoShared, scope }
  if (await onlyWrite(deleteSavedView(database, view))) return success(null)
  return failure('view_gone')
}
