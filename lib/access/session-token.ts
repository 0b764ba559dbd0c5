import { createDecipheriv, hkdfSync } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { z } from 'zod'
import { keysOf, type KeyRing } from '@/lib/config/key-ring'
import { LIMITS } from '@/lib/config/limits'
import { oncePerProcess } from '@/lib/config/once-per-process'

const claims = z.object({ sid: z.uuid() })
const ends = z.object({ exp: z.number() })

/** As next-auth derives the key of its tokens from a secret. */
const KEY_INFO = 'NextAuth.js Generated Encryption Key'
/** The only header that next-auth writes: the key itself encrypts, with AES-256 in GCM. */
const HEADER = Buffer.from('{"alg":"dir","enc":"A256GCM"}').toString('base64url')
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** Clocks of instances may differ by as much, as next-auth has it. */
const CLOCK_TOLERANCE_S = 15

/** By secret: to derive a key takes longer than to open a token with it. */
const derivedKeys = oncePerProcess('sessionKeys', () => new Map<string, Uint8Array>())

/** The token's claims: only the session's id, which cannot go out of date. */
export function sessionClaims(sessionId: string): { sid: string } {
  return { sid: sessionId }
}

/** The session id among the claims of a token; null when there is none. */
export function sessionIdOf(token: unknown): string | null {
  const parsed = claims.safeParse(token)
  return parsed.success ? parsed.data.sid : null
}

/** The encrypted value of the session cookie, made with the current secret. */
export async function sealSessionToken(
  sessionId: string,
  { current: secret }: KeyRing<string>,
): Promise<string> {
  const token = sessionClaims(sessionId)
  return encode({ token, secret, maxAge: LIMITS.access.sessionMaxAgeS })
}

/**
 * The session id in a cookie value that one of the secrets made; null when it is forged, malformed or
 * too old. Each request asks for it: it opens what next-auth seals, at a tenth of the time.
 */
export function openSessionToken(token: string, secrets: KeyRing<string>): string | null {
  for (const secret of keysOf(secrets)) {
    const claimed = decrypt(token, keyOf(secret))
    if (claimed !== null) return isOver(claimed) ? null : sessionIdOf(claimed)
  }
  return null
}

function keyOf(secret: string): Uint8Array {
  const keys = derivedKeys()
  const key =
    keys.get(secret) ?? new Uint8Array(hkdfSync('sha256', secret, '', KEY_INFO, KEY_BYTES))
  keys.set(secret, key)
  return key
}

/** What a token holds; null unless this key encrypted just this. */
function decrypt(token: string, key: Uint8Array): unknown {
  const parts = token.split('.')
  const [header, encryptedKey, ...rest] = parts
  const [nonce, text, tag] = rest.map((part) => Buffer.from(part, 'base64url'))
  if (parts.length !== 5 || header !== HEADER || encryptedKey !== '') return null
  if (nonce?.length !== NONCE_BYTES || text === undefined || tag?.length !== TAG_BYTES) return null
  try {
    const opened = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
    opened.setAAD(Buffer.from(header)).setAuthTag(tag)
    return JSON.parse(Buffer.concat([opened.update(text), opened.final()]).toString()) as unknown
  } catch {
    return null
  }
}

/** True for a token that names no end, or whose end has passed. */
function isOver(claimed: unknown): boolean {
  const parsed = ends.safeParse(claimed)
  return !parsed.success || parsed.data.exp <= Date.now() / 1000 - CLOCK_TOLERANCE_S
}
