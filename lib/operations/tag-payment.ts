import { deleteTag, insertTag, listTags, type TagChange } from '@/db/queries/payment/payment-tags'
import { onlyWrite } from '@/db/refused-write'
import { readTag, TAG_LIMITS } from '@/lib/domain/listing/tag'
import type { TagInput } from '@/lib/domain/operation/inputs'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { OperationContext } from './runner/start-operation'

/**
 * Puts a tag on a payment. Twice is once; `not_found` when there is no such payment.
 */
export async function tagPayment(
  { database, actor, requestId }: OperationContext,
  { transactionId, tag: text }: TagInput,
): Promise<Result<null>> {
  const tag = readTag(text)
  if (tag === null) return failure('tag_malformed', { field: 'tag' })
  const change: TagChange = { transactionId, tag, actor, requestId }
  if (await onlyWrite(insertTag(database, change))) return success(null)
  const tags = await listTags(database, actor.scope, transactionId)
  if (tags.some((known) => known.tag === tag)) return success(null)
  if (tags.length >= TAG_LIMITS.perPayment) return failure('tag_too_many', { field: 'tag' })
  return failure('not_found', { values: { what: 'payment' } })
}

/** Takes a tag off a payment; one that is not there is off already. */
export async function untagPayment(
  { database, actor, requestId }: OperationContext,
  { transactionId, tag }: TagInput,
): Promise<Result<null>> {
  await onlyWrite(deleteTag(database, { transactionId, tag, actor, requestId }))
  return success(null)
}
