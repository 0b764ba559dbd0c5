import { z } from 'zod'
import { callbackUrl } from '../callbacks/callback-url'
import { callOnce } from '../callbacks/send-callbacks'
import type { Checkout } from '../checkout'
import type { Payment } from '../payment'

/** Options of a callback to send now. */
export const callbackOptionsSchema = z.strictObject({
  url: z.url(),
  /** Number of times that the same call is made. */
  times: z.int().min(1).max(1000).default(1),
  /** Signs with another key. */
  forged: z.boolean().default(false),
  /** Adds a parameter behind the hash, which is not signed. */
  trailing: z.boolean().default(false),
})

/** Makes callbacks about a payment; returns the status of each, null without a response. */
export async function sendNow(
  checkout: Checkout,
  payment: Payment,
  options: z.infer<typeof callbackOptionsSchema>,
): Promise<(number | null)[]> {
  const key = checkout.state.md5Keys.get(payment.merchantNumber) ?? ''
  const signed = callbackUrl(payment, options.url, options.forged ? `not-${key}` : key)
  const url = options.trailing ? `${signed}&ui=inline` : signed
  const statuses: (number | null)[] = []
  for (let index = 0; index < options.times; index += 1) statuses.push(await callOnce(url))
  return statuses
}
