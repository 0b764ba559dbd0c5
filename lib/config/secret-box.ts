import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { keysOf, type KeyRing } from './key-ring'

const CIPHER = 'aes-256-gcm'
/** Names its key; the first version did not, and is only opened. */
const VERSION = 'v2'
const FIRST_VERSION = 'v1'
const IV_BYTES = 12
const TAG_BYTES = 16
const KEY_ID_LENGTH = 8

/**
 * Encrypts a secret with the current key, of 32 bytes, as `v2.<key id>.<iv>.<tag>.<ciphertext>`, the
 * id in hex and the rest in base64url. `context`, such as a connection id, must be given again to
 * open it, so a copied row opens nowhere else.
 */
export function sealSecret(
  plain: string,
  { current: key }: KeyRing<Uint8Array>,
  context: string,
): string {
  const iv = randomBytes(IV_BYTES)
  const head = headOf(key)
  const cipher = createCipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES })
  cipher.setAAD(associatedData(head, context))
  const ciphertext = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  const parts = [iv, cipher.getAuthTag(), ciphertext].map((part) => part.toString('base64url'))
  return [head, ...parts].join('.')
}

/**
 * Decrypts what `sealSecret` made with one of the keys. Fails with `secret_malformed` when it is not
 * in that form, and with `secret_unreadable` when the key or the context is another one or a bit was
 * changed.
 */
export function openSecret(
  sealed: string,
  keys: KeyRing<Uint8Array>,
  context: string,
): Result<string> {
  const parts = parseSealed(sealed)
  if (parts === null) return failure('secret_malformed')
  const fitting = keysOf(keys).filter((key) => [FIRST_VERSION, headOf(key)].includes(parts.head))
  for (const key of fitting) {
    const plain = decrypt(parts, key, context)
    if (plain !== null) return success(plain)
  }
  return failure('secret_unreadable')
}

/**
 * The same secret sealed with the current key: the given text itself where that key sealed it, in the
 * newest version. Fails as `openSecret`.
 */
export function resealSecret(
  sealed: string,
  keys: KeyRing<Uint8Array>,
  context: string,
): Result<string> {
  const opened = openSecret(sealed, keys, context)
  if (!opened.ok) return opened
  const isCurrent = sealed.startsWith(`${headOf(keys.current)}.`)
  return success(isCurrent ? sealed : sealSecret(opened.value, keys, context))
}

interface SealedParts {
  /** The version, and from the second one on the key's id. */
  readonly head: string
  readonly iv: Buffer
  readonly tag: Buffer
  readonly ciphertext: Buffer
}

function parseSealed(sealed: string): SealedParts | null {
  const [, head, rest = ''] = /^(v1|v2\.[0-9a-f]{8})\.(.*)$/s.exec(sealed) ?? []
  const [iv, tag, ciphertext, ...more] = rest.split('.').map(strictBase64url)
  const isWellFormed = iv?.length === IV_BYTES && tag?.length === TAG_BYTES
  if (head === undefined || !isWellFormed || !ciphertext || more.length > 0) return null
  return { head, iv, tag, ciphertext }
}

function decrypt({ head, iv, tag, ciphertext }: SealedParts, key: Uint8Array, context: string) {
  try {
    const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES })
    decipher.setAAD(associatedData(head, context)).setAuthTag(tag)
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** The version and the key's id: the beginning of its SHA-256, which tells keys apart and no more. */
function headOf(key: Uint8Array): string {
  return `${VERSION}.${createHash('sha256').update(key).digest('hex').slice(0, KEY_ID_LENGTH)}`
}

function associatedData(head: string, context: string): Buffer {
  return Buffer.from(`${head}.${context}`, 'utf8')
}

/** Undefined for text that base64url encoding could not have made. */
function strictBase64url(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : undefined
}
