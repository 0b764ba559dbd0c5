import { orderItems, transactionEvents } from '@/db/schema/transactions'

/** The columns of an event as the domain knows it. */
export const EVENT = {
  providerEventId: transactionEvents.providerEventId,
  kind: transactionEvents.kind,
  providerKind: transactionEvents.providerKind,
  state: transactionEvents.state,
  amountMinor: transactionEvents.amountMinor,
  lines: transactionEvents.lines,
  reference: transactionEvents.reference,
  operationId: transactionEvents.operationId,
  providerReference: transactionEvents.providerReference,
  error: transactionEvents.error,
  occurredAt: transactionEvents.occurredAt,
  closes: transactionEvents.closes,
}

/** The columns of an order line as the domain knows it. */
export const ITEM = {
  lineId: orderItems.lineId,
  sku: orderItems.sku,
  description: orderItems.description,
  quantityMicros: orderItems.quantityMicros,
  amountMinor: orderItems.amountMinor,
  vatAmountMinor: orderItems.vatAmountMinor,
  vatBasisPoints: orderItems.vatBasisPoints,
  kind: orderItems.kind,
  grossAmountMinor: orderItems.grossAmountMinor,
}
