import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { failure, success, type Result } from '@/lib/domain/operation/result'

const CIPHER = 'aes-256-gcm'
const VERSION = 'v1'
const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * Encrypts a secret as `v1.<iv>.<tag>.<ciphertext>`, in base64url. `key` has 32 bytes; `context`,
 * such as a connection id, must be given again to open it, so a copied row opens nowhere else.
 */
export function sealSecret(plain: string, key: Uint8Array, context: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES })
  cipher.setAAD(associatedData(context))
  const ciphertext = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  const parts = [iv, cipher.getAuthTag(), ciphertext].map((part) => part.toString('base64url'))
  return [VERSION, ...parts].join('.')
}

/**
 * Decrypts what `sealSecret` made. Fails with `secret_malformed` when it is not in that form, and
 * with `secret_unreadable` when the key or the context is another one or a bit was changed.
 */
export function openSecret(sealed: string, key: Uint8Array, context: string): Result<string> {
  const [version, ...encoded] = sealed.split('.')
  const [iv, tag, ciphertext, ...more] = encoded.map(strictBase64url)
  const isWellFormed = version === VERSION && iv?.length === IV_BYTES && tag?.length === TAG_BYTES
  if (!isWellFormed || !ciphertext || more.length > 0) {
    return failure('secret_malformed')
  }
  try {
    const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES })
    decipher.setAAD(associatedData(context)).setAuthTag(tag)
    const plain = Buffer.concat([decipher.update(ciphertext), decipher.final()])
    return success(plain.toString('utf8'))
  } catch {
    return failure('secret_unreadable')
  }
}

function associatedData(context: string): Buffer {
  return Buffer.from(`${VERSION}.${context}`, 'utf8')
}

/** Undefined for text that base64url encoding could not have made. */
function strictBase64url(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : undefined
}
