import { v7 as uuidv7 } from 'uuid'
import type { Database } from '@/db/client'
import { findDatabaseTime } from '@/db/queries/database-time'
import type { ClaimedOperation } from '@/db/queries/operations/claim-operations'
import { recordCheck } from '@/db/queries/operations/record-check'
import { recordOutcome, type OutcomeRecord } from '@/db/queries/operations/record-outcome'
import { upsertTransaction } from '@/db/queries/sync/upsert-transaction'
import { stampOwn } from '@/lib/domain/evidence/attribution'
import type { OperationState } from '@/lib/domain/operation/outcome'
import type { CodedStatusDetail } from '@/lib/domain/operation/status-detail'
import { nextCheckMs } from '@/lib/operations/runner/check-schedule'
import type { ProviderClient, ReadProblem } from '@/lib/providers/port'
import { interpretRead, type OpenEvidence } from './interpret-read'

/**
 * Checks one open operation and settles it if a read of the provider proves its end. Nothing is
 * ever sent. The operation must be leased by the caller. Without a client, its connection cannot be
 * used, and the check counts as one that could not read.
 */
export async function resolveOperation(
  database: Database,
  client: ProviderClient | null,
  operation: ClaimedOperation,
): Promise<void> {
  if (operation.state === 'intended') {
    await settle(database, operation, 'abandoned', { code: 'never_sent' })
    return
  }
  if (operation.state === 'sending') {
    await settle(database, operation, 'unknown', { code: 'sender_stopped' })
    operation = { ...operation, state: 'unknown' }
  }
  if (client === null) {
    await keepUnread(database, operation, 'unusable')
    return
  }
  const readAt = await findDatabaseTime(database)
  const read = await client.readTransaction({
    providerTransactionId: operation.providerTransactionId,
    orderReference: operation.orderReference,
    operationReference: operation.reference,
  })
  if (!read.ok) {
    await keepUnread(database, operation, read.problem)
    return
  }
  const evidence = interpretRead(operation, read.snapshot, client.features, read.separateEvents)
  const ownEventIds =
    evidence.kind === 'settled' && evidence.ownEventId ? [evidence.ownEventId] : []
  const snapshot = stampOwn(read.snapshot, ownEventIds, operation.id)
  if (evidence.kind === 'open') {
    if (evidence.isAccepted && operation.state === 'unknown') {
      await settle(database, operation, 'pending', evidence.found)
    }
    await keepOpen(database, operation, evidence)
  } else {
    await recordOutcome(database, {
      ...evidence,
      operationId: operation.id,
      snapshot,
      readAt,
      checkAfterMs: null,
      attempt: null,
      by: 'system',
    })
  }
  await upsertTransaction(database, {
    newId: uuidv7(),
    connectionId: operation.connectionId,
    snapshot,
    readAt,
  })
}

async function keepUnread(
  database: Database,
  operation: ClaimedOperation,
  problem: ReadProblem | 'unusable',
): Promise<void> {
  const found: CodedStatusDetail = { code: 'not_readable', values: { problem } }
  await keepOpen(database, operation, { found, absent: false, againMs: null })
}

async function keepOpen(
  database: Database,
  operation: ClaimedOperation,
  { found, absent, againMs }: Pick<OpenEvidence, 'found' | 'absent' | 'againMs'>,
): Promise<void> {
  if (!operation.isDue) {
    await recordCheck(database, { operationId: operation.id, found, due: null })
    return
  }
  const planned = nextCheckMs(operation.checks + 1)
  if (planned === null) {
    await settle(database, operation, 'needs_review', found)
    return
  }
  const due = { absent, nextCheckMs: Math.min(planned, againMs ?? planned) }
  await recordCheck(database, { operationId: operation.id, found, due })
}

async function settle(
  database: Database,
  operation: ClaimedOperation,
  state: OperationState,
  message: CodedStatusDetail,
): Promise<void> {
  const staysWithRepair = state === 'unknown' || state === 'pending'
  const outcome: OutcomeRecord = {
    operationId: operation.id,
    state,
    message,
    refusalCode: null,
    retry: null,
    providerReference: null,
    snapshot: null,
    readAt: null,
    checkAfterMs: staysWithRepair ? 0 : null,
    attempt: null,
    by: 'system',
  }
  await recordOutcome(database, outcome)
}
