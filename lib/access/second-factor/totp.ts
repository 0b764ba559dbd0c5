import { generateSecret, generateURI, verifySync } from 'otplib'
import { encode } from 'uqr'
import type { KeyRing } from '@/lib/config/key-ring'
import { openSecret, sealSecret } from '@/lib/config/secret-box'
import type { QrPicture } from '@/lib/domain/access/second-factor'

/** RFC 6238 as every authenticator app knows it; SHA-1 is what they all take. */
const RULES = { algorithm: 'sha1', digits: 6, period: 30 } as const

/** One step before and after: a clock may be half a minute off. */
const TOLERANCE_S = RULES.period

/** The quiet zone that the standard of QR codes asks for, in squares. */
const MARGIN = 4

const SECRET_BYTES = 20
const ISSUER = 'Paydesk'

/** A new secret in base32, as apps take it. */
export function newAppSecret(): string {
  return generateSecret({ length: SECRET_BYTES })
}

/** Seals a secret so that it opens for this person only. */
export function sealAppSecret(secret: string, userId: string, keys: KeyRing<Uint8Array>): string {
  return sealSecret(secret, keys, appSecretContext(userId))
}

/** Opens what `sealAppSecret` made. Throws when it is another person's or was sealed by another key. */
export function openAppSecret(sealed: string, userId: string, keys: KeyRing<Uint8Array>): string {
  const opened = openSecret(sealed, keys, appSecretContext(userId))
  if (!opened.ok) throw new Error(`the secret of an authenticator app: ${opened.error.code}`)
  return opened.value
}

/** The address that an app reads from the picture. */
export function setUpAddress(secret: string, email: string): string {
  return generateURI({ issuer: ISSUER, label: email, secret, ...RULES })
}

/** A text as a QR code: a drawing without styles or scripts, which the page's policy lets through. */
export function qrPicture(text: string): QrPicture {
  const { size, data } = encode(text, { ecc: 'M', border: MARGIN })
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return { size, path }
}

/**
 * The time step that six digits are the code of; null when they fit neither the present one nor its
 * neighbours. Digits are compared in constant time.
 */
export function findStep(secret: string, digits: string, at: Date): number | null {
  const epoch = Math.floor(at.getTime() / 1000)
  const found = verifySync({ secret, token: digits, epoch, epochTolerance: TOLERANCE_S, ...RULES })
  return found.valid ? Math.floor(epoch / RULES.period) + found.delta : null
}

/** What a person's secret is sealed with as its context. */
export function appSecretContext(userId: string): string {
  return `app-factor:${userId}`
}
