import { findOperation } from '@/db/queries/operations/find-operation'
import { recordReviewDecision } from '@/db/queries/operations/record-review-decision'
import { onlyWrite } from '@/db/refused-write'
import { LIMITS } from '@/lib/config/limits'
import { minorUnits } from '@/lib/domain/money/money'
import type { ReviewInput } from '@/lib/domain/operation/inputs'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { logChangeOf } from './runner/log-change'
import type { OperationContext } from './runner/start-operation'

/**
 * Settles an operation that reading could not, by people. Above a sum two people must decide the
 * same; the first decision is kept and the operation stays in review until then.
 */
export async function decideReview(
  context: OperationContext,
  input: ReviewInput,
): Promise<Result<{ readonly operation: OperationView; readonly needsSecondPerson: boolean }>> {
  const { database, actor, requestId } = context
  const reviewed = await findOperation(database, actor.scope, input.operationId)
  if (reviewed === null) return notFound()
  const onePersonMinor = minorUnits(LIMITS.review.onePerson, reviewed.currency)
  const progress = await onlyWrite(
    recordReviewDecision(database, { ...input, actor, requestId, onePersonMinor }),
  )
  if (progress === null) return failure('not_in_review')
  const operation = await findOperation(database, actor.scope, input.operationId)
  if (operation === null) return notFound()
  if (progress === 'settled') await logChangeOf(database, operation, 'needs_review')
  return success({ operation, needsSecondPerson: progress === 'waiting' })
}

function notFound(): Result<never> {
  return failure('not_found', { values: { what: 'operation' } })
}
