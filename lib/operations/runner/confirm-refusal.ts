import type { Database } from '@/db/client'
import { findBaseline } from '@/db/queries/operations/find-baseline'
import { amountToShow, attributeByEvents } from '@/lib/domain/evidence/attribution'
import type { TotalsVerdict } from '@/lib/domain/evidence/attribution-by-totals'
import {
  changeOf,
  mayBeDone,
  refusedButShown,
  refusedWithChange,
} from '@/lib/domain/evidence/change-details'
import { interpretTotals } from '@/lib/domain/evidence/interpret-totals'
import { completeRefusal } from '@/lib/domain/operation/refusal'
import { plainText } from '@/lib/domain/operation/status-detail'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import { log } from '@/lib/observability/log'
import type { OperationCommand, ProviderClient, SendResult } from '@/lib/providers/port'

type Refused = Extract<SendResult, { outcome: 'refused' }>

export interface RefusedSend {
  readonly database: Database
  readonly client: ProviderClient
  readonly command: OperationCommand
}

/**
 * A refusal without the payment is held against a read: the page then shows what the provider holds
 * now, a failed event says more than the answer did, and a provider that refuses what it did is not
 * believed. A change that was made elsewhere leaves the refusal standing and is told with it. What
 * could not be read, or not be compared because of the database, stands as it was answered.
 */
export async function confirmRefusal(send: RefusedSend, refused: Refused): Promise<SendResult> {
  const { client, command } = send
  const { transaction, reference: operationReference } = command
  const read = await client.readTransaction({ ...transaction, operationReference })
  if (!read.ok) return refused
  const { snapshot, separateEvents = [] } = read
  if (snapshot.currency !== command.currency) {
    return { outcome: 'unknown', message: { code: 'other_currency' } }
  }
  const verdict = attributeByEvents(
    [...snapshot.events, ...separateEvents],
    command,
    amountToShow(command),
  )
  const echoes = client.features.echoesReference.includes(command.kind)
  if (verdict.kind === 'refused') {
    // The history of a provider that echoes no reference has numbers in place of reasons.
    const refusal = echoes ? completeRefusal(verdict.event, refused.refusal) : refused.refusal
    return { outcome: 'refused', refusal, snapshot }
  }
  const { refusal } = refused
  const inDoubt = { code: refusal.code, said: plainText(refusal.message) }
  if (verdict.kind === 'absent') {
    const byTotals = await tryToInterpret(send, snapshot)
    if (byTotals === null) return refused
    if (echoes || !mayBeDone(byTotals)) {
      const change = changeOf(byTotals)
      if (change === null) return { ...refused, snapshot }
      const message = refusedWithChange(inDoubt.said, change, command.currency)
      return { ...refused, refusal: { ...refusal, message }, snapshot }
    }
  }
  return { outcome: 'unknown', message: refusedButShown(inDoubt) }
}

/**
 * What the totals and the history show of a refused operation and of others. Null when the database
 * fails: the refusal that was answered must not get lost with it.
 */
async function tryToInterpret(
  { database, client, command: { operationId } }: RefusedSend,
  read: TransactionSnapshot,
): Promise<TotalsVerdict | null> {
  try {
    const baseline = await findBaseline(database, operationId)
    return interpretTotals(baseline, read, client.features.ownUser)
  } catch (error) {
    log().warn({ error, operationId }, 'a refusal was not compared with a read')
    return null
  }
}
