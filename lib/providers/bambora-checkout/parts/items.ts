import { basisPointsOf } from '@/lib/domain/money/share'
import { quantityMicrosOf } from '@/lib/domain/money/quantity'
import { NO_LINE_ID, type OrderItem } from '@/lib/domain/payment/transaction-snapshot'
import { NOT_GIVEN } from '../../shared/fields'
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
    lineId: line.linenumber ?? NO_LINE_ID,
    sku: line.id ?? null,
    description: line.description ?? line.id ?? line.linenumber ?? NOT_GIVEN,
    quantityMicros: line.quantity === undefined ? null : quantityMicrosOf(line.quantity),
    amountMinor: line.totalpriceinclvat,
    vatAmountMinor: line.totalpricevatamount ?? null,
    vatBasisPoints: basisPointsOf(line.vat),
    kind: 'physical',
    grossAmountMinor: null,
  }
}
