import type { Database } from '@/db/client'
import { isRefusedStatement } from '@/db/database-error'
import { findDatabaseTime } from '@/db/queries/database-time'
import { findInputDigest } from '@/db/queries/operations/find-input-digest'
import { findOpenOperation } from '@/db/queries/operations/find-open-operation'
import { findOperation } from '@/db/queries/operations/find-operation'
import { insertIntent, isAttemptStored, type Intent } from '@/db/queries/operations/insert-intent'
import type { SenderLock } from '@/db/queries/operations/sender-lock'
import { findConnectionState } from '@/db/queries/payment/transactions'
import { LIMITS } from '@/lib/config/limits'
import type { Actor } from '@/lib/domain/access/actor'
import type { ByRule, OperationRequest } from '@/lib/domain/operation/operation'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { log } from '@/lib/observability/log'
import { logOperationChange } from '@/lib/observability/operation-log'
import { endBeforeStop } from '@/lib/observability/stopping'
import type { ProviderClient, SendResult, Sent } from '@/lib/providers/port'
import { confirmRefusal } from './confirm-refusal'
import { providerCommand, type CommandedPayment } from './provider-command'
import { prepareSender, type Sender } from './sender'
import { settleSend } from './settle-send'
import { readSoon } from './write-outcome'

export interface RunOperation {
  readonly database: Database
  readonly client: ProviderClient
  readonly actor: Actor
  readonly requestId: string
  readonly requestedAt: string
  readonly byRule?: ByRule | null
  readonly connectionId: string
  readonly request: OperationRequest
  readonly inputDigest: string
  readonly expectedRevision: string
  /** A reference of the merchant's own, shown in front of ours. */
  readonly label: string | null
  readonly payment: CommandedPayment
}

/**
 * The only path that moves money: intent and attempt, send, outcome, each committed before the next.
 * `ok` means that the operation exists and its state says what is true; a failure means that
 * nothing was started. Nothing is ever sent a second time. A process that stops lets it end first.
 * @param sender who sends, where its lock was asked for while the payment was read
 */
export function runOperation(
  run: RunOperation,
  sender: Sender = prepareSender(run.database),
): Promise<Result<OperationView>> {
  return endBeforeStop(async () => {
    try {
      return await startAndSend(run, sender)
    } finally {
      // Not before the outcome is written: a free lock of an unfinished attempt has no sender.
      sender.dismiss()
    }
  })
}

async function startAndSend(run: RunOperation, sender: Sender): Promise<Result<OperationView>> {
  const { database, request } = run
  const intent: Intent = {
    request,
    attemptId: sender.attemptId,
    expectedRevision: run.expectedRevision,
    inputDigest: run.inputDigest,
    reference: createReference(request.operationId, run.label),
    actor: run.actor,
    requestId: run.requestId,
    requestedAt: run.requestedAt,
    byRule: run.byRule ?? null,
  }
  const lock = await sender.lock
  const latestStartMs = performance.now() + LATEST_START_MS
  const written = await writeIntent(database, intent)
  if (written !== 'written') return explainUnwritten(database, intent, written)
  logBeginning(run, null, 'intended')
  logBeginning(run, 'intended', 'sending')

  const settled = await sendAndSettle(run, intent, { lock, latestStartMs })
  return settled === null ? currentState(database, request.operationId) : success(settled)
}

interface SendBounds {
  readonly lock: SenderLock
  /** Time of `performance.now()` after which no first byte leaves. */
  readonly latestStartMs: number
}

/**
 * One send and its outcome, under the attempt's lock.
 *
 * @returns the operation with what was proved, or null when that is not what the database holds
 */
async function sendAndSettle(
  run: RunOperation,
  { attemptId, reference }: Intent,
  bounds: SendBounds,
): Promise<OperationView | null> {
  const { database, connectionId } = run
  const { operationId, transactionId } = run.request
  const sent = await sendOnce(run, reference, bounds)
  const settled = await settleSend(database, { operationId, attemptId, connectionId, sent })
  if (isUnread(sent.result)) await readSoon(database, transactionId)
  return settled
}

/** No first byte leaves once the lock's connection has ended: repair may be reading already. */
async function sendOnce(
  { database, client, request, payment }: RunOperation,
  reference: string,
  { lock, latestStartMs }: SendBounds,
): Promise<Sent> {
  const sendBeforeMs = () => (lock.isHeld() ? latestStartMs : -Infinity)
  const command = providerCommand(request, payment, { reference, sendBeforeMs })
  const sent = await client.send(command)
  const { result } = sent
  if (result.outcome !== 'refused' || result.snapshot !== null) return sent
  return { ...sent, result: await confirmRefusal({ database, client, command }, result) }
}

/** Logs a state before the send; its age counts from the request. */
function logBeginning(
  { request, requestedAt, connectionId }: RunOperation,
  from: 'intended' | null,
  state: 'intended' | 'sending',
): void {
  const { operationId: id, transactionId, kind } = request
  const createdAt = new Date(requestedAt)
  logOperationChange({ id, transactionId, kind, state, createdAt }, { from, connectionId })
}

/** Time after intent and attempt were requested; a send that starts then still ends within its deadline. */
const LATEST_START_MS = LIMITS.operation.sendDeadlineMs - LIMITS.provider.writeTimeoutMs

/** True when a refusal could not be compared with a read. */
function isUnread(result: SendResult): boolean {
  return result.outcome === 'refused' && result.snapshot === null
}

/**
 * The reference that the provider is to echo: unique to the operation, at most 35 characters by
 * itself.
 */
function createReference(operationId: string, label: string | null): string {
  const own = `pd-${operationId.replaceAll('-', '')}`
  return label === null ? own : `${label} ${own}`
}

/** `no_room`: the guard found none. `refused`: the database took no such statement at all. */
type IntentWrite = 'written' | 'no_room' | 'refused'

/**
 * Any error but a refusal leaves it unknown whether the intent was written, so its attempt is looked
 * up: another request may have used the id. Throws when neither is there: the statement may still be
 * under way, so nothing can be said, and nothing is sent.
 */
async function writeIntent(database: Database, intent: Intent): Promise<IntentWrite> {
  const { operationId } = intent.request
  try {
    return (await insertIntent(database, intent)) ? 'written' : 'no_room'
  } catch (error) {
    if (isRefusedStatement(error)) {
      log().error({ error, operationId }, 'the database refused an intent')
      return 'refused'
    }
    log().warn({ error, operationId }, 'intent write uncertain')
    if (await isAttemptStored(database, intent.attemptId)) return 'written'
    if ((await findInputDigest(database, operationId)) === null) throw error
    return 'no_room'
  }
}

/**
 * The reason why no intent was written: the same request again, a database error, a connection that
 * begins nothing new, another open operation, too late, or too little left.
 */
async function explainUnwritten(
  database: Database,
  intent: Intent,
  why: 'no_room' | 'refused',
): Promise<Result<OperationView>> {
  const repeated = await findRepeatResult(database, intent.request.operationId, intent.inputDigest)
  if (repeated !== null) return repeated
  if (why === 'refused') return failure('database_refused')
  const state = await findConnectionState(database, intent.request.transactionId)
  if (state === 'disabled' || state === 'closed') {
    return failure('not_allowed', { values: { denialReason: `connection_${state}` } })
  }
  const open = await findOpenOperation(database, intent.request.transactionId)
  if (open !== null) return operationOpen(database, open)
  const ageMs = Date.parse(await findDatabaseTime(database)) - Date.parse(intent.requestedAt)
  return failure(ageMs < LIMITS.operation.startDeadlineMs ? 'stale_page' : 'nothing_started')
}

/** The answer to an operation id that was used before; null for a new one (I5). */
export async function findRepeatResult(
  database: Database,
  operationId: string,
  digest: string,
): Promise<Result<OperationView> | null> {
  const known = await findInputDigest(database, operationId)
  if (known === null) return null
  if (known === digest) return currentState(database, operationId)
  return failure('operation_id_reused')
}

/** The refusal to begin while another operation is not finished (I3): whose, and since when. */
export async function operationOpen(
  database: Database,
  { actorName, kind, amountMinor, currency, createdAt }: OperationView,
): Promise<Result<never>> {
  const now = new Date(await findDatabaseTime(database))
  const ageMs = now.getTime() - createdAt.getTime()
  return failure('operation_open', {
    values: { actor: actorName, kind, amountMinor, currency, ageMs },
  })
}

async function currentState(
  database: Database,
  operationId: string,
): Promise<Result<OperationView>> {
  const view = await findOperation(database, 'all', operationId)
  if (view === null) throw new Error(`operation ${operationId} has disappeared`)
  return success(view)
}
