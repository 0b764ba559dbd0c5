import type { OperationLine, OperationRequest } from '@/lib/domain/operation/operation'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import type { CommandLine, OperationCommand } from '@/lib/providers/port'

/** The payment as it was when the operation was reserved. */
export type CommandedPayment = Pick<
  TransactionView,
  'providerTransactionId' | 'orderReference' | 'method' | 'events' | 'eventCount' | 'items'
>

/**
 * The command for the provider: exactly the request whose intent is committed, with the payment's
 * names at the provider. Kind, amount, lines and items come from nowhere else.
 */
export function providerCommand(
  request: OperationRequest,
  payment: CommandedPayment,
  send: Pick<OperationCommand, 'reference' | 'sendBeforeMs'>,
): OperationCommand {
  return {
    kind: request.kind,
    transaction: {
      providerTransactionId: payment.providerTransactionId,
      orderReference: payment.orderReference,
      knownEvents: payment.eventCount,
      history: payment.events,
    },
    method: payment.method,
    amountMinor: request.amountMinor,
    currency: request.currency,
    lines: withItems(request.lines, payment),
    newItems: request.newItems,
    reference: send.reference,
    operationId: request.operationId,
    reason: request.reason,
    sendBeforeMs: send.sendBeforeMs,
  }
}

function withItems(
  lines: readonly OperationLine[],
  { items }: CommandedPayment,
): readonly CommandLine[] {
  const byId = new Map(items.map(({ item }) => [item.lineId, item]))
  return lines.flatMap((line) => {
    const item = byId.get(line.lineId)
    return item === undefined ? [] : [{ ...line, item }]
  })
}
