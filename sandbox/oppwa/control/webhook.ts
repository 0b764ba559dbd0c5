import { z } from 'zod'
import { send } from '../../calls/send-message'
import type { Payment } from '../payment'
import { encryptedMessage } from '../webhooks/encrypt'
import { noticeOf } from '../webhooks/notify'

const key = z.string().regex(/^[a-fA-F0-9]{64}$/)

/** Options of a webhook to send now. */
export const webhookOptionsSchema = z.strictObject({
  url: z.url(),
  secret: key,
  wrapper: z.enum(['none', 'JSON']).default('none'),
  /** Number of times that the same delivery is sent. */
  times: z.int().min(1).max(1000).default(1),
  /** Encrypts with another key. */
  forged: z.boolean().default(false),
  /** Blanks added after the plain text. */
  padBytes: z.int().min(0).max(67_108_864).default(0),
})

/** A webhook to be set up, as in the portal. */
export const subscriptionSchema = z.strictObject({
  entityId: z.string(),
  url: z.url(),
  key,
  wrapper: z.enum(['none', 'JSON']).default('none'),
})

/** Sends webhooks about a payment; returns the status of each, null without a response. */
export async function sendWebhooks(
  payment: Payment,
  options: z.infer<typeof webhookOptionsSchema>,
): Promise<(number | null)[]> {
  const { url, wrapper } = options
  const target = { url, wrapper, key: options.forged ? '0'.repeat(64) : options.secret }
  const message = encryptedMessage(target, noticeOf(payment), options.padBytes)
  const statuses: (number | null)[] = []
  for (let index = 0; index < options.times; index += 1) statuses.push(await send(message))
  return statuses
}
