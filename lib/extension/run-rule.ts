import { v7 as uuidv7 } from 'uuid'
import type { Database } from '@/db/client'
import type { ClaimedRun } from '@/db/queries/extension/claim-runs'
import type { RunEnd } from '@/db/queries/extension/end-run'
import { findTransactionView } from '@/db/queries/payment/transactions'
import { LIMITS } from '@/lib/config/limits'
import { failure, type Failure, type FailureCode } from '@/lib/domain/operation/result'
import { isAtLongestHold } from '@/lib/domain/rules/longest-hold'
import { extendAuthorization } from '@/lib/operations/extend-authorization'
import type { OperationContext } from '@/lib/operations/runner/start-operation'

/**
 * Runs the planned operation of a rule by the same use case as a person's click, on fresh figures. Its
 * id makes it one intent, however often it is tried. Throws when the database fails.
 */
export async function runRule(database: Database, run: ClaimedRun): Promise<RunEnd> {
  const { operationId, transactionId, currency, ruleName } = run
  const view = await findTransactionView(database, 'all', transactionId)
  if (view === null) return notStarted(failure('not_found', { values: { what: 'payment' } }).error)
  if (isAtLongestHold(view)) return notStarted(failure('rule_hold_at_longest').error)
  const result = await extendAuthorization(contextOf(database, run), {
    operationId,
    transactionId,
    currency,
    expectedRevision: view.moneyRevision,
    reason: `other: ${ruleName}`,
  })
  if (result.ok) return { end: 'operated' }
  if (!PASSING.includes(result.error.code)) return notStarted(result.error)
  return { end: 'put_off', waitMs: LIMITS.rules.run.soonMs }
}

/** Failures of a moment: the payment moved, or the claim waited too long. */
const PASSING: readonly FailureCode[] = ['stale_page', 'operation_open', 'nothing_started']

function notStarted(error: Failure): RunEnd {
  return { end: 'not_started', failure: error }
}

/** A rule has no session: what asks for a second factor of one is none of what rules do. */
const NO_SESSION = '00000000-0000-0000-0000-000000000000'

function contextOf(database: Database, run: ClaimedRun): OperationContext {
  const { userId, name, email, role, ruleId, ruleName } = run
  return {
    database,
    actor: { userId, sessionId: NO_SESSION, name, email, role, scope: 'all' },
    requestId: uuidv7(),
    requestedAt: run.claimedAt,
    byRule: { id: ruleId, name: ruleName },
  }
}
