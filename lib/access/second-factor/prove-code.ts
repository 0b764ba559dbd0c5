import type { CodeProof } from '@/db/queries/access/spend-code'
import { encryptionKeys } from '@/lib/config/key-ring'
import type { TypedCode } from './read-code'
import { hashRecoveryCode } from './recovery-codes'
import { findStep, openAppSecret } from './totp'

/**
 * What a code shows, for the statement that uses it up; null when it does not fit the app's secret.
 * If a recovery code is there, and if either was used already, that statement tells.
 */
export function proveCode(
  typed: TypedCode,
  { userId, sealedSecret }: { readonly userId: string; readonly sealedSecret: string },
): CodeProof | null {
  if (typed.kind === 'recovery') {
    return { kind: 'recovery', codeHash: hashRecoveryCode(userId, typed.code) }
  }
  const secret = openAppSecret(sealedSecret, userId, encryptionKeys())
  const step = findStep(secret, typed.digits, new Date())
  return step === null ? null : { kind: 'app', step }
}
