import { createHash } from 'node:crypto'
import { methodOf } from '../methods'
import type { Payment } from '../payment'
import { totalsOf } from '../totals'

/**
 * The address that is called after an authorization: the shop's own parameters first, then
 * Bambora's, then the hash over all their values and the merchant's key (fact sheet §10).
 */
export function callbackUrl(payment: Payment, url: string, md5Key: string): string {
  const called = new URL(url)
  for (const [name, value] of parametersOf(payment)) called.searchParams.append(name, value)
  called.searchParams.append('hash', hashOf([...called.searchParams.values()], md5Key))
  return called.href
}

/** Lower-case MD5 over the decoded values in their order, and the key. */
export function hashOf(values: readonly string[], md5Key: string): string {
  return createHash('md5')
    .update(values.join('') + md5Key)
    .digest('hex')
}

function parametersOf(payment: Payment): readonly (readonly [string, string])[] {
  const method = methodOf(payment.method)
  return [
    ['txnid', payment.id],
    ['orderid', payment.orderId],
    ['reference', payment.reference],
    ['amount', String(totalsOf(payment).authorized)],
    ['currency', payment.currency],
    ['date', payment.createdAt.slice(0, 10).replaceAll('-', '')],
    ['time', payment.createdAt.slice(11, 16).replace(':', '')],
    ['feeid', '4968250683'],
    ['txnfee', '0'],
    ['paymenttype', String(method.typeId)],
    ...(method.isInvoice ? [] : ([['cardno', payment.account]] as const)),
    ...(method.isInvoice ? [] : ([['eci', '05']] as const)),
  ]
}
