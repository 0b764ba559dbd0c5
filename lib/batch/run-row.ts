import { v7 as uuidv7 } from 'uuid'
import type { Database } from '@/db/client'
import type { ClaimedRow } from '@/db/queries/batch/claim-rows'
import type { RowEnd } from '@/db/queries/batch/end-row'
import { findTransactionView } from '@/db/queries/payment/transactions'
import { LIMITS } from '@/lib/config/limits'
import { isScopeWithin } from '@/lib/domain/access/scope'
import { failure, type Failure, type FailureCode, type Result } from '@/lib/domain/operation/result'
import { capability } from '@/lib/domain/rules/capability'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { capturePayment } from '@/lib/operations/capture-payment'
import { extendAuthorization } from '@/lib/operations/extend-authorization'
import { refundPayment } from '@/lib/operations/refund-payment'
import type { OperationContext } from '@/lib/operations/runner/start-operation'
import { voidPayment } from '@/lib/operations/void-payment'
import { requireOperate } from './batch-rights'

/**
 * Runs the operation of a row that this process has taken up, by the same use case as a person's click,
 * with the rights that the person has now. The row's operation id makes it one intent, however often
 * it is taken up. Throws when the database fails: then it is not known how far it came.
 */
export async function runRow(database: Database, row: ClaimedRow): Promise<RowEnd> {
  const denied = denialOf(row)
  if (denied !== null) return notStarted(denied)
  const result = await operate(contextOf(database, row), row, row.moneyRevision)
  if (result.ok) return operated(result.value)
  if (result.error.code === 'stale_page') return runAfterChange(database, row)
  return endOf(row, result.error)
}

/** The payment moved after the row was taken up: it is tried once more on what it shows by then. */
async function runAfterChange(database: Database, row: ClaimedRow): Promise<RowEnd> {
  const view = await findTransactionView(database, row.scope, row.transactionId)
  if (view === null) return notStarted(failure('not_found', { values: { what: 'payment' } }).error)
  const allowed = capability(row.kind, view)
  const isOther = allowed.allowed && allowed.maxMinor !== row.choice.amountMinor
  if (row.choice.mode === 'all' && isOther) return figuresChanged()
  const result = await operate(contextOf(database, row), row, view.moneyRevision)
  if (result.ok) return operated(result.value)
  if (result.error.code !== 'stale_page') return endOf(row, result.error)
  return waitOnce(row) ?? figuresChanged()
}

function operate(
  context: OperationContext,
  row: ClaimedRow,
  expectedRevision: string,
): Promise<Result<OperationView>> {
  const { operationId, transactionId, currency, choice, wanted } = row
  const input = { operationId, transactionId, currency, expectedRevision }
  const reason = row.reason ?? ''
  const label = wanted.reference
  switch (row.kind) {
    case 'capture':
      return capturePayment(context, { ...input, choice, label })
    case 'refund':
      return refundPayment(context, { ...input, choice, label, reason })
    case 'void':
      return voidPayment(context, { ...input, amountMinor: choice.amountMinor, reason })
    case 'extend_authorization':
      return extendAuthorization(context, { ...input, reason })
  }
}

function contextOf(database: Database, row: ClaimedRow): OperationContext {
  const { userId, sessionId, name, email, role, scope } = row
  return {
    database,
    actor: { userId, sessionId, name, email, role, scope },
    requestId: uuidv7(),
    requestedAt: row.claimedAt,
    isProvedForBatch: row.isProved,
  }
}

/** The right that the person has lost since the batch was started, or null. */
function denialOf(row: ClaimedRow): Failure | null {
  if (row.isDisabled) return failure('person_disabled').error
  const permitted = requireOperate(row, row.kind)
  if (!permitted.ok) return permitted.error
  if (isScopeWithin([row.connectionId], row.scope)) return null
  return failure('not_found', { values: { what: 'payment' } }).error
}

/** Failures that say only that the payment is not what it was at the rehearsal. */
const CHANGED: readonly FailureCode[] = [
  'amount_exceeds_left',
  'lines_differ_from_amount',
  'quantity_exceeds_left',
  'line_amount_exceeds_left',
  'unknown_line',
  'whole_capture_only',
]

function endOf(row: ClaimedRow, error: Failure): RowEnd {
  if (CHANGED.includes(error.code)) return figuresChanged()
  // Another operation of the payment may end; a claim that waited too long is made anew.
  const passes = error.code === 'operation_open' || error.code === 'nothing_started'
  return (passes ? waitOnce(row) : null) ?? notStarted(error)
}

/** Null when it has waited as often as it may. */
function waitOnce({ waits }: ClaimedRow): RowEnd | null {
  const waitMs = LIMITS.batch.run.waitsMs[waits]
  return waitMs === undefined ? null : { end: 'waits', waitMs }
}

function operated({ state }: OperationView): RowEnd {
  const movedNothing = state === 'refused' || state === 'not_sent' || state === 'abandoned'
  return { end: 'operated', movedNothing }
}

function notStarted(error: Failure): RowEnd {
  return { end: 'not_started', failure: error, findings: [] }
}

function figuresChanged(): RowEnd {
  return { end: 'not_started', failure: null, findings: [{ code: 'figures_changed' }] }
}
