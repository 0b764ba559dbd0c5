import { createHash, randomInt } from 'node:crypto'
import { LIMITS } from '@/lib/config/limits'
import { RECOVERY_ALPHABET, RECOVERY_LENGTH } from './read-code'

const GROUP_LENGTH = 5

/** New recovery codes as they are shown, once, in groups that can be copied by hand. */
export function makeRecoveryCodes(): readonly string[] {
  return Array.from({ length: LIMITS.access.recoveryCodes }, makeCode)
}

/**
 * The form in which the database knows a recovery code of a person: SHA-256, in hex. Its 120 random
 * bits need no slow hash; the person's id keeps it from being tried as another person's.
 * @param code without spaces and hyphens, as `readCode` gives it
 */
export function hashRecoveryCode(userId: string, code: string): string {
  return createHash('sha256').update(`${userId}:${code}`).digest('hex')
}

function makeCode(): string {
  const letters = Array.from({ length: RECOVERY_LENGTH }, () =>
    RECOVERY_ALPHABET.charAt(randomInt(RECOVERY_ALPHABET.length)),
  ).join('')
  return letters.replaceAll(new RegExp(`.{${GROUP_LENGTH}}(?!$)`, 'g'), '$&-')
}
