import type { Database } from '@/db/client'
import { findDatabaseTime } from '@/db/queries/database-time'
import type { ClaimedOperation } from '@/db/queries/operations/claim-operations'
import { recordCheck } from '@/db/queries/operations/record-check'
import {
  recordOutcome,
  type OutcomeRecord,
  type RecordedOutcome,
} from '@/db/queries/operations/record-outcome'
import { recordWait } from '@/db/queries/operations/record-wait'
import { LIMITS } from '@/lib/config/limits'
import { stampOwn } from '@/lib/domain/evidence/attribution'
import type { OperationState } from '@/lib/domain/operation/outcome'
import type { CodedStatusDetail, StatusDetail } from '@/lib/domain/operation/status-detail'
import { withOwnRefunds } from '@/lib/domain/payment/own-refunds'
import { nextCheckMs } from '@/lib/operations/runner/next-check'
import { storeSnapshot } from '@/lib/operations/runner/store-snapshot'
import { writeOutcome } from '@/lib/operations/runner/write-outcome'
import { logOperationChange } from '@/lib/observability/operation-log'
import type {
  ProviderClient,
  ProviderFeatures,
  ReadProblem,
  ReadResult,
} from '@/lib/providers/port'
import type { OpenEvidence } from './evidence'
import { interpretRead } from './interpret-read'

/**
 * Checks one open operation and settles it if a read of the provider proves its end. Nothing is
 * ever sent. The operation must be leased by the caller. Without a client, its connection cannot be
 * used, and the check counts as one that could not read. A limit on reads puts the check off.
 *
 * @returns the milliseconds until the provider can be read, where a limit stood against it; else null
 */
export async function resolveOperation(
  database: Database,
  client: ProviderClient | null,
  operation: ClaimedOperation,
): Promise<number | null> {
  if (operation.state === 'intended') {
    await settle(database, operation, 'abandoned', { code: 'never_sent' })
    return null
  }
  if (operation.state === 'sending') {
    await settle(database, operation, 'unknown', { code: 'sender_stopped' })
    operation = { ...operation, state: 'unknown' }
  }
  if (client === null) {
    await keepUnread(database, operation, 'unusable')
    return null
  }
  const readAt = await findDatabaseTime(database)
  const read = await client.readTransaction({
    providerTransactionId: operation.providerTransactionId,
    orderReference: operation.orderReference,
    operationReference: operation.reference,
  })
  if (!read.ok) return keepUnread(database, operation, read.problem, read.waitMs)
  await applyRead(database, operation, { read, readAt, features: client.features })
  return null
}

interface AppliedRead {
  readonly read: Extract<ReadResult, { readonly ok: true }>
  /** Database time (ISO 8601) at which the read began. */
  readonly readAt: string
  readonly features: ProviderFeatures
}

/** Writes what a read means for the operation, and then the rest of the payment. */
async function applyRead(
  database: Database,
  operation: ClaimedOperation,
  { read, readAt, features }: AppliedRead,
): Promise<void> {
  const shown = withOwnRefunds(read.snapshot, operation.ownRefundsMinor)
  const evidence = interpretRead(operation, shown, features, read.separateEvents)
  const ownEventIds =
    evidence.kind === 'settled' && evidence.ownEventId ? [evidence.ownEventId] : []
  const snapshot = stampOwn(shown, ownEventIds, operation.id)
  if (evidence.kind === 'open') {
    if (evidence.isAccepted && operation.state === 'unknown') {
      await settle(database, operation, 'pending', evidence.found)
    }
    await keepOpen(database, operation, evidence)
  } else {
    const recorded = await writeOutcome(database, {
      ...evidence,
      operationId: operation.id,
      snapshot,
      readAt,
      checkAfterMs: null,
      attempt: null,
      by: 'system',
    })
    logSettled(operation, recorded)
  }
  await storeSnapshot(database, operation.connectionId, snapshot, readAt)
}

/**
 * A limit on reads is a wait, for as long as there are days to wait; all else is a failed read. The
 * first in a row is repeated soon and counts as no check: one time-out must not cost the hour until
 * the schedule's next check. What stays unreadable follows the schedule.
 */
async function keepUnread(
  database: Database,
  operation: ClaimedOperation,
  problem: ReadProblem | 'unusable',
  waitMs?: number,
): Promise<number | null> {
  const isLate = (operation.sinceSendOverMs ?? 0) > LIMITS.repair.longestWaitsMs
  if (waitMs !== undefined && !isLate) {
    await recordWait(database, { operationId: operation.id, waitMs })
    return waitMs
  }
  const found: CodedStatusDetail = { code: 'not_readable', values: { problem } }
  const isCounted = problem === 'unusable' || isUnread(operation.lastFound)
  const againMs = isCounted ? null : LIMITS.repair.absenceReadSpacingMs
  await keepOpen(database, operation, { found, absent: false, againMs }, isCounted)
  return null
}

function isUnread(found: StatusDetail | null): boolean {
  return found !== null && typeof found !== 'string' && found.code === 'not_readable'
}

async function keepOpen(
  database: Database,
  operation: ClaimedOperation,
  { found, absent, againMs }: Pick<OpenEvidence, 'found' | 'absent' | 'againMs'>,
  isCounted = true,
): Promise<void> {
  if (!operation.isDue) {
    await recordCheck(database, { operationId: operation.id, found, due: null })
    return
  }
  const planned = nextCheckMs(operation.checks + (isCounted ? 1 : 0))
  if (planned === null) {
    await settle(database, operation, 'needs_review', found)
    return
  }
  const due = { absent, isCounted, nextCheckMs: Math.min(planned, againMs ?? planned) }
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
    // The lease ends with this write: no other instance may check until this check is over.
    checkAfterMs: staysWithRepair ? LIMITS.repair.claim.leaseMs : null,
    attempt: null,
    by: 'system',
  }
  logSettled(operation, await recordOutcome(database, outcome))
}

/** Logs what was written; nothing where another caller was faster. */
function logSettled(
  { state: from, connectionId }: ClaimedOperation,
  recorded: RecordedOutcome | null,
): void {
  if (recorded !== null) logOperationChange(recorded.operation, { from, connectionId })
}
