import type postgres from 'postgres'
import type { LedgerPayment } from '../model/ledger'
import type { Violation } from '../model/violations'

/** An event of a payment that the page shows as made by an operation of ours. */
export interface OwnEvent {
  readonly providerId: string
  readonly eventId: string
  readonly operationId: string
}

/** The events that are shown as ours, by their stored operation or by our reference. */
export function listOwnEvents(sql: postgres.Sql): Promise<OwnEvent[]> {
  return sql<OwnEvent[]>`
    select provider_transaction_id as "providerId", provider_event_id as "eventId",
      coalesce(events.operation_id, operations.id::text) as "operationId"
    from transaction_events as events
      join transactions on transactions.id = events.transaction_id
      left join operations on operations.reference = events.reference
    where events.state = 'succeeded' and coalesce(events.operation_id, operations.id::text) is not null`
}

/** Finds events that are shown as an operation's and that something else made at the provider. */
export function checkAuthors(
  shown: readonly OwnEvent[],
  ledger: readonly LedgerPayment[],
): Violation[] {
  const nameOf = (providerId: string, eventId: string | null) => `${providerId} ${eventId ?? ''}`
  const effects = new Map(
    ledger.flatMap(({ providerId, effects: own }) =>
      own.map((effect) => [nameOf(providerId, effect.eventId), effect] as const),
    ),
  )
  return shown.flatMap(({ providerId, eventId, operationId }): Violation[] => {
    const effect = effects.get(nameOf(providerId, eventId))
    if (effect === undefined || effect.operationId === operationId) return []
    const maker = effect.operationId ?? 'no operation of ours'
    const what = `${providerId}: event ${eventId} is shown as its, but ${maker} made it`
    return [{ kind: 'booked as ours but not ours', operationId, what }]
  })
}
