import { z } from 'zod'
import { webhookMessage } from '../callbacks/messages'
import { send } from '../../calls/send-message'
import type { Transaction } from '../transaction'

/** Options of a webhook to send now. */
export const webhookOptionsSchema = z.strictObject({
  url: z.url(),
  secret: z.string().min(1),
  /** Number of times that the same delivery is sent. */
  times: z.int().min(1).max(1000).default(1),
  /** Signs with another secret. */
  forged: z.boolean().default(false),
  /** Blanks added after the body, which is signed with them. */
  padBytes: z.int().min(0).max(268_435_456).default(0),
  /** Values that replace the transaction's in the body, which is signed with them. */
  claims: z.record(z.string(), z.json()).default({}),
})

/** Sends webhooks about a transaction; returns the status of each, null without a response. */
export async function sendWebhooks(
  transaction: Transaction,
  options: z.infer<typeof webhookOptionsSchema>,
): Promise<(number | null)[]> {
  const secret = options.forged ? `not-${options.secret}` : options.secret
  const { url, padBytes, claims } = options
  const message = webhookMessage(transaction, { url, secret }, { padBytes, claims })
  const statuses: (number | null)[] = []
  for (let index = 0; index < options.times; index += 1) statuses.push(await send(message))
  return statuses
}
