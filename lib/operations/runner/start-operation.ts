import type { Database } from '@/db/client'
import { findStepUpState } from '@/db/queries/access/step-up'
import { findDatabaseTime } from '@/db/queries/database-time'
import { findTransactionView } from '@/db/queries/payment/transactions'
import { loadUsableClient } from '@/lib/connections/connection-client'
import type { Actor } from '@/lib/domain/access/actor'
import { checkStepUp, stepUpActOf } from '@/lib/domain/access/step-up'
import type { OperationInput } from '@/lib/domain/operation/inputs'
import type { ByRule, OperationKind, OperationLine } from '@/lib/domain/operation/operation'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { OrderItem } from '@/lib/domain/payment/transaction-snapshot'
import { capability, type Allowed } from '@/lib/domain/rules/capability'
import { correctionOf } from '@/lib/domain/rules/correction'
import { orderChanges } from '@/lib/domain/rules/order-changes'
import { retryDenialReason, type AdviceAgainst } from '@/lib/domain/rules/retry-advice'
import type { OperationView, TransactionView } from '@/lib/domain/view/transaction-view'
import { inputDigest } from './input-digest'
import { findRepeatResult, operationOpen, runOperation } from './run-operation'
import { prepareSender, type Sender } from './sender'

/** On whose behalf, and where. */
export interface OperationContext {
  readonly database: Database
  readonly actor: Actor
  readonly requestId: string
  /** Database time (ISO 8601) at which the request was first seen. */
  readonly requestedAt: string
  /**
   * True for a row of a batch at whose start a second factor was proved for all of its rows; left out
   * where a person asks for one operation.
   */
  readonly isProvedForBatch?: boolean
  /** The rule that asks for it, on behalf of the actor; left out where a person does. */
  readonly byRule?: ByRule
}

/** The facts about a payment that a plan is made of. */
export type PlannedPayment = Pick<TransactionView, 'items' | 'totals' | 'events' | 'currency'>

/** The operation that results from a request on a given payment. */
export interface OperationPlan {
  readonly amountMinor: number
  readonly lines: readonly OperationLine[]
  readonly newItems: readonly OrderItem[] | null
  readonly reason: string | null
  /** A reference of the merchant's own, for the settlement report; dropped where none fits. */
  readonly label: string | null
}

type Plan = (view: TransactionView, allowed: Allowed) => Result<OperationPlan>

/**
 * The common way of all operations: the same id again gets the same answer; else the payment's
 * state, the provider's advice, the plan and the step-up are checked, and only then is anything
 * written or sent. A failure means that nothing was started. The sender's lock is asked for while the
 * payment is read, so that nobody waits for it.
 */
export async function startOperation(
  context: OperationContext,
  kind: OperationKind,
  input: OperationInput,
  plan: Plan,
): Promise<Result<OperationView>> {
  const sender = prepareSender(context.database)
  try {
    return await startWith(sender, context, kind, { input, plan })
  } finally {
    sender.dismiss()
  }
}

async function startWith(
  sender: Sender,
  context: OperationContext,
  kind: OperationKind,
  { input, plan }: { readonly input: OperationInput; readonly plan: Plan },
): Promise<Result<OperationView>> {
  const { database, actor } = context
  const view = await findTransactionView(database, actor.scope, input.transactionId)
  if (view === null) return failure('not_found', { values: { what: 'payment' } })
  const digest = inputDigest(kind, input)
  // An id that was used on another payment meets the guard of the intent, as any race does.
  if (view.operations.some(({ id }) => id === input.operationId)) {
    const repeated = await findRepeatResult(database, input.operationId, digest)
    if (repeated !== null) return repeated
  }

  const allowed = capability(kind, view)
  const open = view.operations.find((operation) => operation.settledAt === null)
  if (open !== undefined) return operationOpen(database, open)
  if (!allowed.allowed)
    return failure('not_allowed', { values: { denialReason: allowed.denialReason } })
  if (input.currency !== view.currency) {
    return failure('wrong_currency', { values: { currency: view.currency }, field: 'currency' })
  }
  if (input.expectedRevision !== view.moneyRevision) return failure('stale_page')
  const planned = plan(view, allowed)
  if (!planned.ok) return planned
  const { amountMinor } = planned.value
  const problem = checkAmount(amountMinor, allowed.maxMinor)
  if (problem !== null) return failure(problem, { field: 'amountMinor' })
  const advice = await adviceAgainst(database, view, kind, amountMinor)
  if (advice !== null) return adviceFailure(advice)

  const client = await loadUsableClient(database, view.connection)
  if (!client.ok) return client
  const provedEnough = await requireStepUp(context, kind, amountMinor, view.currency)
  if (!provedEnough.ok) return provedEnough
  const run = {
    ...context,
    client: client.value,
    connectionId: view.connection.id,
    inputDigest: digest,
    expectedRevision: input.expectedRevision,
    request: {
      ...pickInput(input),
      kind,
      ...planned.value,
      orderChanges: changesOf(view, planned.value),
    },
    label: allowed.rules.takesLabel ? planned.value.label : null,
    payment: view,
  }
  return runOperation(run, sender)
}

/**
 * Fails where the settings want a second factor that was proved minutes ago for what is about to be
 * sent: the amount is the planned one, and the payment's revision is held by the intent. For a batch
 * it was proved at its start, for the sum of its rows.
 */
async function requireStepUp(
  { database, actor, isProvedForBatch }: OperationContext,
  kind: OperationKind,
  amountMinor: number,
  currency: string,
): Promise<Result<null>> {
  if (isProvedForBatch === true) return success(null)
  const act = stepUpActOf(kind, amountMinor, currency)
  return act === null ? success(null) : checkStepUp(act, await findStepUpState(database, actor))
}

function pickInput({ operationId, transactionId, currency }: OperationInput) {
  return { operationId, transactionId, currency }
}

function changesOf({ items }: TransactionView, { newItems }: OperationPlan) {
  if (newItems === null) return null
  const before = items.map(({ item }) => item)
  return orderChanges(before, newItems)
}

function checkAmount(amountMinor: number, maxMinor: number) {
  if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0) return 'amount_not_positive'
  return amountMinor > maxMinor ? 'amount_exceeds_left' : null
}

async function adviceAgainst(
  database: Database,
  view: TransactionView,
  kind: OperationKind,
  amountMinor: number,
): Promise<AdviceAgainst | null> {
  const undone = view.operations
    .filter(({ state }) => state === 'refused' || state === 'not_sent')
    .filter((operation) => correctionOf(operation, view.events) === null)
  if (undone.length === 0) return null
  const now = new Date(await findDatabaseTime(database))
  return retryDenialReason(undone, kind, amountMinor, now)
}

function adviceFailure(advice: AdviceAgainst): Result<never> {
  if (advice.kind === 'do_not_retry') {
    return failure('provider_advice', { values: { advice: advice.kind } })
  }
  const { kind, until } = advice
  return failure('provider_advice', { values: { advice: kind, ...(until !== null && { until }) } })
}
