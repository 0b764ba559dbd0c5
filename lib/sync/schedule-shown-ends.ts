import type { Database } from '@/db/client'
import { findBaseline } from '@/db/queries/operations/find-baseline'
import { findOpenOperationOf } from '@/db/queries/operations/find-open-operation'
import { listHeldPayments } from '@/db/queries/operations/list-held-payments'
import { scheduleCheckNow } from '@/db/queries/operations/record-check'
import { amountToShow, attributeByEvents } from '@/lib/domain/evidence/attribution'
import { interpretTotals } from '@/lib/domain/evidence/interpret-totals'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import type { ProviderFeatures } from '@/lib/providers/port'

/** The connection whose provider has shown payments. */
interface ShownBy {
  readonly connectionId: string
  readonly features: ProviderFeatures
}

/**
 * Makes the next check of every operation due now whose end these reads of payments show, however
 * they came to be made: else the page would show new figures beside an operation that it calls
 * open. Only a check settles it.
 */
export async function scheduleShownEnds(
  database: Database,
  { connectionId, features }: ShownBy,
  snapshots: readonly TransactionSnapshot[],
): Promise<void> {
  const ids = snapshots.map(({ providerTransactionId }) => providerTransactionId)
  const held = new Set(await listHeldPayments(database, connectionId, ids))
  for (const snapshot of snapshots) {
    if (!held.has(snapshot.providerTransactionId)) continue
    const open = await findOpenOperationOf(database, connectionId, snapshot.providerTransactionId)
    if (open !== null && (await isEndShown(database, features, open, snapshot))) {
      await scheduleCheckNow(database, open.id)
    }
  }
}

/** Totals count only where the provider echoes no reference: else they may be others' doing. */
async function isEndShown(
  database: Database,
  features: ProviderFeatures,
  open: OperationView,
  snapshot: TransactionSnapshot,
): Promise<boolean> {
  const marks = { operationId: open.id, reference: open.reference }
  const { kind } = attributeByEvents(snapshot.events, marks, amountToShow(open))
  if (kind !== 'absent') return kind !== 'pending' && kind !== 'unknown'
  if (features.echoesReference.includes(open.kind)) return false
  const baseline = await findBaseline(database, open.id)
  const byTotals = interpretTotals(baseline, snapshot, features.ownUser)
  return ['succeeded', 'ambiguous', 'differs'].includes(byTotals.kind)
}
