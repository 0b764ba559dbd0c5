/** A code as it was typed: of an authenticator app, or one that stands in for a lost app. */
export type TypedCode =
  | { readonly kind: 'app'; readonly digits: string }
  | { readonly kind: 'recovery'; readonly code: string }

/** Letters and digits that are not mistaken for one another when they are read from paper. */
export const RECOVERY_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
export const RECOVERY_LENGTH = 25

const APP = /^\d{6}$/
const RECOVERY = new RegExp(`^[${RECOVERY_ALPHABET}]{${RECOVERY_LENGTH}}$`)

/**
 * The code in a typed text; null when it is none. Spaces, hyphens and capitals make no difference,
 * nor do the wide digits of an East Asian keyboard.
 */
export function readCode(typed: string): TypedCode | null {
  const text = typed
    .normalize('NFKC')
    .replaceAll(/[\s\p{Pd}]/gu, '')
    .toLowerCase()
  if (APP.test(text)) return { kind: 'app', digits: text }
  return RECOVERY.test(text) ? { kind: 'recovery', code: text } : null
}
