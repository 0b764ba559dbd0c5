import type { MoneyOperation, Transaction } from '../transaction'
import { freshExpiry } from './expiry'

const INVOICE_DAYS_MS = 14 * 86_400_000

/**
 * The payment method's metadata on the event of a successful operation (fact sheet §7.6, §16).
 * `number` counts the transaction's events, so that generated ids differ; `restOpen` is true when
 * more can be captured afterwards.
 */
export function providerMetadata(
  transaction: Transaction,
  operation: MoneyOperation,
  number: number,
  restOpen: boolean,
  nowMs: number,
): Record<string, string> {
  const tag = `${transaction.id.slice(-6)}-${number}`
  const dueDate = new Date(nowMs + INVOICE_DAYS_MS).toISOString().slice(0, 10)
  switch (transaction.payment_product) {
    case 'klarna':
      return klarnaMetadata(operation, tag, restOpen, nowMs)
    case 'swish':
      return { 'swish:paymentReference': `swish-${tag}`, 'swish:status': 'PAID' }
    case 'vipps':
      return { 'vipps:transaction.orderId': `vipps-${transaction.id.slice(-6)}` }
    case 'collector':
      return operation === 'capture'
        ? {
            'collector:Invoice.InvoiceNumber': `W${tag}`,
            'collector:Invoice.InvoiceUrl': `https://invoice.example/walley/${tag}`,
            'collector:Invoice.DueDate': dueDate,
          }
        : {}
    case 'kravia':
      return operation === 'capture'
        ? {
            'kravia:invoice_number': `K${tag}`,
            'kravia:invoice_url': `https://invoice.example/kravia/${tag}`,
            'kravia:invoice_due_date': dueDate,
          }
        : {}
    default:
      return {}
  }
}

function klarnaMetadata(
  operation: MoneyOperation,
  tag: string,
  restOpen: boolean,
  nowMs: number,
): Record<string, string> {
  switch (operation) {
    case 'capture':
      return {
        'klarna:reference': `k-ref-${tag}`,
        'klarna:headers:capture_id': `klarna-capture-${tag}`,
        'klarna:headers:location': `https://klarna.example/captures/${tag}`,
        ...(restOpen && freshExpiry(nowMs)),
      }
    case 'refund':
      return { 'klarna:headers:refund_id': `klarna-refund-${tag}` }
    case 'void':
      return {}
  }
}
