import { createCipheriv, randomBytes } from 'node:crypto'
import type { Message } from '../../calls/send-message'
import type { Subscription } from '../changes'

/** An encrypted notice: AES-256-GCM, upper-case hex, raw or inside JSON (fact sheet §11). */
export function encryptedMessage(
  target: Pick<Subscription, 'url' | 'key' | 'wrapper'>,
  notice: object,
  padBytes = 0,
): Message {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(target.key, 'hex'), iv)
  const text = JSON.stringify(notice) + ' '.repeat(padBytes)
  const hex = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    .toString('hex')
    .toUpperCase()
  const isWrapped = target.wrapper === 'JSON'
  return {
    url: target.url,
    method: 'POST',
    headers: {
      'content-type': isWrapped ? 'application/json' : 'text/plain',
      'x-initialization-vector': iv.toString('hex').toUpperCase(),
      'x-authentication-tag': cipher.getAuthTag().toString('hex').toUpperCase(),
    },
    body: isWrapped ? JSON.stringify({ encryptedBody: hex }) : hex,
  }
}
