import type postgres from 'postgres'
import type { RowState } from '@/lib/domain/batch/batch'
import type { Effect, LedgerPayment } from '../model/ledger'
import type { Violation } from '../model/violations'

export interface BatchRow {
  readonly operationId: string
  readonly providerId: string
  readonly state: RowState
  readonly hasOperation: boolean
}

export function listBatchRows(sql: postgres.Sql): Promise<BatchRow[]> {
  return sql<BatchRow[]>`
    select operation_id as "operationId", provider_transaction_id as "providerId", state,
      exists (select 1 from operations where id = operation_id) as "hasOperation"
    from batch_rows join transactions on transactions.id = transaction_id`
}

/**
 * Compares what the rows of batches say with the provider's ledger. A batch captures all of a payment, and
 * nothing else captures it.
 */
export function checkBatches(
  rows: readonly BatchRow[],
  effects: ReadonlyMap<string | null, readonly Effect[]>,
  ledger: readonly LedgerPayment[],
  inTwoHands: ReadonlySet<string>,
): Violation[] {
  const captures = new Map(
    ledger.map(({ providerId, effects: own }) => [
      providerId,
      own.filter(({ kind }) => kind === 'CAPTURE').length,
    ]),
  )
  return rows.flatMap(({ operationId, providerId, state, hasOperation }): Violation[] => {
    const found = (kind: Violation['kind'], what: string): Violation => ({
      kind,
      operationId,
      what,
    })
    const happened = (effects.get(operationId) ?? []).length > 0
    const isOver = state === 'operated' || state === 'not_started'
    return [
      ...((captures.get(providerId) ?? 0) > 1
        ? [found('batch rows twice', `${providerId} was captured twice`)]
        : []),
      ...(inTwoHands.has(operationId)
        ? [found('batch rows twice', 'was taken up while a living instance had it')]
        : []),
      ...(isOver ? [] : [found('batch rows lost', `its row stays ${state}`)]),
      ...(isOver && hasOperation !== (state === 'operated')
        ? [found('batch rows lost', `its row is ${state}, and its operation says otherwise`)]
        : []),
      ...(happened && state === 'not_started'
        ? [found('batch rows lost', 'its row was not started, but it happened')]
        : []),
    ]
  })
}
