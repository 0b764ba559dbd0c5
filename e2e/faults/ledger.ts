import type { SandboxControl } from '@/e2e/support/sandbox-control'
import type { Transaction, TransactionEvent } from '@/sandbox/dintero/transaction'

/** Something that the provider did with money, and for which of our operations. */
export interface Effect {
  readonly operationId: string | null
  readonly kind: string
  readonly amountMinor: number | null
}

/** What the provider's own books say about one payment. */
export interface LedgerPayment {
  readonly providerId: string
  readonly totals: LedgerTotals
  readonly effects: readonly Effect[]
}

export interface LedgerTotals {
  readonly authorized: number
  readonly captured: number
  readonly refunded: number
  readonly released: number
}

const READS_AT_ONCE = 8

export async function readLedger(
  control: SandboxControl,
  providerIds: readonly string[],
): Promise<LedgerPayment[]> {
  const payments: LedgerPayment[] = []
  for (let at = 0; at < providerIds.length; at += READS_AT_ONCE) {
    const some = providerIds.slice(at, at + READS_AT_ONCE)
    const read = await Promise.all(some.map((id) => control.transaction(id)))
    payments.push(...read.map(ledgerPayment))
  }
  return payments
}

function ledgerPayment(transaction: Transaction): LedgerPayment {
  const done = transaction.events.filter((event) => event.success)
  const sum = (name: string): number =>
    done
      .filter(({ event }) => event === name)
      .reduce((total, { amount }) => total + (amount ?? 0), 0)
  const captured = sum('CAPTURE')
  const isReleased = done.some(({ event }) => event === 'VOID')
  const authorized = transaction.amount
  return {
    providerId: transaction.id,
    totals: {
      ...{ authorized, captured, refunded: sum('REFUND') },
      released: isReleased ? authorized - captured : 0,
    },
    effects: done.flatMap((event) => effectOf(event, transaction.events)),
  }
}

function effectOf(event: TransactionEvent, events: readonly TransactionEvent[]): Effect[] {
  const isChange = event.event === 'AUTHORIZE' && event.request_headers !== undefined
  if (!isChange && !['CAPTURE', 'REFUND', 'VOID'].includes(event.event)) return []
  const opener = events.find(({ request_id: id }) => id === event.correlation_request_id)
  const operationId = ourMark(event) ?? (opener === undefined ? null : ourMark(opener))
  return [{ operationId, kind: event.event, amountMinor: event.amount ?? null }]
}

function ourMark(event: TransactionEvent): string | null {
  const headers = event.request_headers
  const fromHeader =
    headers?.['dintero-system-plugin-name'] === 'paydesk-operation'
      ? headers['dintero-system-plugin-version']
      : undefined
  return event.metadata?.['ext_operation_id'] ?? fromHeader ?? null
}
