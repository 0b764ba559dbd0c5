import { quantityMicrosOf } from '@/lib/domain/money/quantity'
import type { OrderItem } from '@/lib/domain/payment/transaction-snapshot'
import { wordOf } from '../events'
import type { BamboraInvoice, InvoiceLine } from '../schema'

/** The order lines of an invoice payment: those that its captures were invoiced with (§6.4). */
export function itemsOf(invoices: readonly BamboraInvoice[]): readonly OrderItem[] {
  return invoices
    .filter((invoice) => wordOf(invoice.type) === 'invoice')
    .flatMap((invoice) => invoice.lines)
    .map(itemOf)
}

function itemOf(line: InvoiceLine): OrderItem {
  return {
    lineId: line.linenumber,
    sku: line.id ?? null,
    description: line.description ?? line.id ?? line.linenumber,
    quantityMicros: quantityMicrosOf(line.quantity),
    amountMinor: line.totalpriceinclvat,
    vatAmountMinor: line.totalpricevatamount ?? null,
    vatBasisPoints: typeof line.vat === 'number' ? Math.round(line.vat * 100) : null,
    kind: 'physical',
    grossAmountMinor: null,
  }
}
