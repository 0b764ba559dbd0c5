import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'

/** A value as the text of a `jsonb` parameter. */
export function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value)
}

/** The items of a snapshot by the names of their columns. */
export function itemRows(snapshot: TransactionSnapshot): readonly Record<string, unknown>[] {
  return snapshot.items.map((item, position) => ({
    position,
    line_id: item.lineId,
    sku: item.sku,
    description: item.description,
    quantity_micros: item.quantityMicros,
    amount_minor: item.amountMinor,
    vat_amount_minor: item.vatAmountMinor,
    vat_basis_points: item.vatBasisPoints,
    gross_amount_minor: item.grossAmountMinor,
    kind: item.kind,
  }))
}

/** The events of a snapshot by the names of their columns. */
export function eventRows(snapshot: TransactionSnapshot): readonly Record<string, unknown>[] {
  return snapshot.events.map((event, position) => ({
    position,
    provider_event_id: event.providerEventId,
    kind: event.kind,
    provider_kind: event.providerKind,
    state: event.state,
    amount_minor: event.amountMinor,
    lines: event.lines,
    reference: event.reference,
    operation_id: event.operationId,
    provider_reference: event.providerReference,
    error: event.error,
    closes: event.closes,
    occurred_at: event.occurredAt?.toISOString() ?? null,
  }))
}
