import type { Operation, Payment } from '../payment'

/** The invoices of a payment's captures and the credit notes of its credits (fact sheet §6.4). */
export function invoicesOf(payment: Payment): readonly object[] {
  return payment.operations
    .filter(({ lines, status }) => lines.length > 0 && status === 'approved')
    .map((operation) => invoiceView(payment, operation))
}

function invoiceView(payment: Payment, { id, action, lines }: Operation): object {
  const inclVat = lines.reduce((total, line) => total + line.totalpriceinclvat, 0)
  const vat = lines.reduce((total, line) => total + (line.totalpricevatamount ?? 0), 0)
  return {
    transactionoperationid: id,
    type: action === 'capture' ? 'Invoice' : 'CreditNote',
    currency: payment.currency,
    total: { amount: inclVat - vat, amountinclvat: inclVat, vatamount: vat },
    lines,
    customer: { emailaddress: 'kunde@example.com', firstname: 'Test', lastname: 'Kunde' },
    shippingaddress: { firstname: 'Test', lastname: 'Kunde', city: 'København', country: 'DK' },
  }
}
