import { methodOf } from '../methods'
import type { InvoiceLine, Payment } from '../payment'
import type { Settings } from '../settings'
import { totalsOf } from '../totals'
import type { CheckedRequest } from './request'

/**
 * The problem that an invoice partner has with a capture or credit; null without one. It captures
 * everything at once, and credits either everything or whole lines that add up to the amount (fact
 * sheet §7.5).
 */
export function linesProblem(
  payment: Payment,
  { action, amount, lines }: CheckedRequest,
  settings: Pick<Settings, 'invoiceParts' | 'captureWithoutLines'>,
): string | null {
  const isUnnamed = action === 'capture' && lines.length === 0
  if (isUnnamed && settings.captureWithoutLines === 'refuse')
    return 'The invoice lines are missing.'
  if (settings.invoiceParts === 'accept') return null
  const totals = totalsOf(payment)
  if (action === 'capture') {
    return amount === totals.authorized ? null : 'Parts of an invoice are captured at the partner.'
  }
  const isEverything = amount === totals.captured && totals.refunded === 0
  if (lines.length === 0) return isEverything ? null : 'A part of an invoice needs its lines.'
  const sum = lines.reduce((total, line) => total + line.totalpriceinclvat, 0)
  if (sum !== amount) return `The lines add up to ${sum} instead of ${amount}.`
  const isWhole = lines.every((line) => line.id === 'rounding' || isOrdered(payment, line))
  return isWhole ? null : 'Only whole order lines can be credited.'
}

/** The lines stored with an operation on an invoice; none for other methods. */
export function linesOf(
  payment: Payment,
  { action, lines }: CheckedRequest,
): readonly InvoiceLine[] {
  if (!methodOf(payment.method).isInvoice || action === 'delete') return []
  return lines.length > 0 ? lines : payment.lines
}

function isOrdered(payment: Payment, line: InvoiceLine): boolean {
  return payment.lines.some(
    (ordered) =>
      ordered.linenumber === line.linenumber &&
      ordered.quantity === line.quantity &&
      ordered.totalpriceinclvat === line.totalpriceinclvat,
  )
}
