import { createDecipheriv, createHash } from 'node:crypto'
import { z } from 'zod'
import { parseJson } from '../http/json-body'
import type { WebhookNotice, WebhookReader } from '../webhook-port'
import { ROOT_TYPES } from './entries/payment-tree'
import { oppwaEntry, oppwaPlace, oppwaResult } from './schema'
import { oppwaSettings } from './settings'

const IV_BYTES = 12
const TAG_BYTES = 16

const wrapped = z.object({ encryptedBody: z.string() })
const notice = z.object({ type: z.string(), payload: z.unknown().optional() })

/**
 * Opens a webhook: AES-256-GCM over hex, raw or inside JSON, whose tag proves sender and content
 * (§11). What is only wrong in form is malformed, so that it is not answered with a server error and
 * repeated for thirty days. A notice of a type that we don't use, such as the portal's test,
 * is taken and leads nowhere.
 */
export const readOppwaWebhook: WebhookReader = (request, secret) => {
  const key = oppwaSettings.safeParse(secret).data?.webhookKey
  if (key === undefined) return { ok: false, problem: 'not_ours' }
  const iv = fromHex(request.headers['x-initialization-vector'], IV_BYTES)
  const tag = fromHex(request.headers['x-authentication-tag'], TAG_BYTES)
  const body = fromHex(hexBody(request.rawBody.toString('utf8')), null)
  if (iv === null || tag === null || body === null) return { ok: false, problem: 'malformed' }
  const plain = decrypt(Buffer.from(key, 'hex'), iv, tag, body)
  if (plain === null) return { ok: false, problem: 'forged' }
  const parsed = notice.safeParse(parseJson(plain)?.value)
  if (!parsed.success) return { ok: false, problem: 'malformed' }
  return { ok: true, notice: noticeOf(parsed.data, plain) }
}

/** The hex text of a raw body or of a wrapped one; the portal lets people choose. */
function hexBody(text: string): string {
  return wrapped.safeParse(parseJson(text)?.value).data?.encryptedBody ?? text.trim()
}

function fromHex(text: string | undefined, bytes: number | null): Buffer | null {
  if (text === undefined || !/^([0-9a-f]{2})+$/i.test(text)) return null
  const buffer = Buffer.from(text, 'hex')
  return bytes === null || buffer.length === bytes ? buffer : null
}

function decrypt(key: Buffer, iv: Buffer, tag: Buffer, body: Buffer): string | null {
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
  decipher.setAuthTag(tag)
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/**
 * The id to read. Of a payment its own id; of an operation the id that it refers to, which is the
 * payment's for a capture or void, and a capture's for a refund: reports lead from any of them to
 * the payment.
 */
function noticeOf({ type, payload }: z.infer<typeof notice>, plain: string): WebhookNotice {
  const entry = type === 'PAYMENT' ? oppwaEntry.safeParse(payload).data : undefined
  const code = oppwaResult.safeParse(payload).data?.result.code
  if (entry === undefined || code === undefined) {
    const deliveryId = createHash('sha256').update(plain).digest('hex')
    const place = type === 'PAYMENT' ? oppwaPlace.safeParse(payload).data : undefined
    const providerTransactionId = place?.referencedId ?? place?.id ?? null
    return { deliveryId, providerTransactionId, orderReference: null, sentAt: null }
  }
  const isRoot = ROOT_TYPES.includes(entry.paymentType)
  const sentAt = entry.timestamp ?? null
  return {
    deliveryId: `${entry.id} ${code} ${sentAt?.toISOString() ?? ''}`.trim(),
    providerTransactionId: (isRoot ? undefined : entry.referencedId) ?? entry.id,
    orderReference: (isRoot ? entry.merchantTransactionId : entry.merchantInvoiceId) ?? null,
    sentAt,
  }
}
