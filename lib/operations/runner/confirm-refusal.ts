import type { Database } from '@/db/client'
import { findBaseline } from '@/db/queries/operations/find-baseline'
import { amountToShow, attributeByEvents } from '@/lib/domain/evidence/attribution'
import { attributeByTotals } from '@/lib/domain/evidence/attribution-by-totals'
import { completeRefusal } from '@/lib/domain/operation/refusal'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
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
 * believed.
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
  if (verdict.kind === 'absent' && (echoes || (await isUntouched(send, snapshot)))) {
    return { ...refused, snapshot }
  }
  return { outcome: 'unknown', message: { code: 'refused_but_shown' } }
}

/**
 * True when the totals show that a refused operation was not done. Used where the provider echoes
 * no reference, so that only totals can show it.
 */
async function isUntouched(
  { database, command }: RefusedSend,
  snapshot: TransactionSnapshot,
): Promise<boolean> {
  const { kind } = attributeByTotals(await findBaseline(database, command.operationId), snapshot)
  return kind === 'unchanged' || kind === 'failed'
}
