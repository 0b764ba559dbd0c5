import {
  changeOwnFactor,
  type FactorChange,
  type FactorChanger,
} from '@/db/queries/access/change-own-factor'
import {
  findAppSecret,
  findUnconfirmedApp,
  insertUnconfirmedApp,
} from '@/db/queries/access/second-factors'
import { readSetting } from '@/db/queries/access/organization-settings'
import {
  forgetSignInTries,
  minutesToWait,
  takeSignInTry,
} from '@/db/queries/access/sign-in-throttles'
import { proveCode } from '@/lib/access/second-factor/prove-code'
import { readCode } from '@/lib/access/second-factor/read-code'
import { hashRecoveryCode, makeRecoveryCodes } from '@/lib/access/second-factor/recovery-codes'
import {
  findStep,
  newAppSecret,
  openAppSecret,
  qrPicture,
  sealAppSecret,
  setUpAddress,
} from '@/lib/access/second-factor/totp'
import { codeKey } from '@/lib/access/throttle-keys'
import { env } from '@/lib/config/env'
import { encryptionKeys } from '@/lib/config/key-ring'
import { LIMITS } from '@/lib/config/limits'
import type { FirstCodeInput, OwnProofInput, SetUpInput } from '@/lib/domain/access/person-inputs'
import type { AppSetUp, ShownCodes } from '@/lib/domain/access/second-factor'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { confirmPassword, type OwnContext } from './confirm-password'

/**
 * Begins to set up an authenticator app: makes its secret, which counts for nothing before a first code.
 * Fails as `confirmPassword`, and with `second_factor_on` when there is an app already.
 */
export async function startSetUp(
  context: OwnContext,
  { current }: SetUpInput,
): Promise<Result<AppSetUp>> {
  const checked = await confirmPassword(context, current)
  if (!checked.ok) return checked
  const { userId, email } = context.actor
  const secret = newAppSecret()
  const sealed = sealAppSecret(secret, userId, encryptionKeys())
  if (!(await insertUnconfirmedApp(context.database, userId, sealed))) {
    return failure('second_factor_on')
  }
  return success({ secret, picture: qrPicture(setUpAddress(secret, email)) })
}

/**
 * Turns the second factor on by a first code of the app, makes recovery codes, and ends the person's
 * sessions in other browsers. Fails with `code_malformed`, `code_wrong`, or `set_up_over` when it has to
 * begin again.
 */
export async function confirmSetUp(
  context: OwnContext,
  { code }: FirstCodeInput,
): Promise<Result<ShownCodes>> {
  const typed = readCode(code)
  if (typed?.kind !== 'app') return failure('code_malformed', { field: 'code' })
  const { actor, database } = context
  const app = await findUnconfirmedApp(database, actor.userId, LIMITS.access.appSetUpS)
  if (app === null) return failure('set_up_over')
  const secret = openAppSecret(app.sealedSecret, actor.userId, encryptionKeys())
  const step = findStep(secret, typed.digits, new Date())
  if (step === null) return failure('code_wrong', { field: 'code' })
  const { codes, codeHashes } = newCodes(actor.userId)
  const change = { kind: 'confirm', madeAt: app.madeAt, step, codeHashes } as const
  const sessionsEnded = await changeOwnFactor(database, change, changerOf(context))
  return sessionsEnded === null ? failure('set_up_over') : success({ codes, sessionsEnded })
}

/**
 * Makes new recovery codes in place of those before, and ends the person's sessions in other browsers.
 * Fails as `confirmPassword`, and with `second_factor_off`, `code_malformed`, `too_many_codes` or
 * `code_wrong`.
 */
export async function makeNewCodes(
  context: OwnContext,
  input: OwnProofInput,
): Promise<Result<ShownCodes>> {
  const { codes, codeHashes } = newCodes(context.actor.userId)
  const changed = await changeByProof(context, input, (proof) => ({
    kind: 'new_codes',
    proof,
    codeHashes,
  }))
  return changed.ok ? success({ codes, sessionsEnded: changed.value.sessionsEnded }) : changed
}

/**
 * Turns the second factor off, and ends the person's sessions in other browsers. Fails as
 * `makeNewCodes`, and with `second_factor_needed` where the person's role needs it.
 */
export async function turnOff(
  context: OwnContext,
  input: OwnProofInput,
): Promise<Result<{ sessionsEnded: number }>> {
  const roles = await readSetting(context.database, 'second_factor_roles')
  if (roles.includes(context.actor.role)) return failure('second_factor_needed')
  return changeByProof(context, input, (proof) => ({ kind: 'turn_off', proof }))
}

/** Makes a change that needs the current password and a code. */
async function changeByProof(
  context: OwnContext,
  { current, code }: OwnProofInput,
  changeOf: (proof: Extract<FactorChange, { kind: 'turn_off' }>['proof']) => FactorChange,
): Promise<Result<{ sessionsEnded: number }>> {
  const typed = readCode(code)
  if (typed === null) return failure('code_malformed', { field: 'code' })
  const checked = await confirmPassword(context, current)
  if (!checked.ok) return checked
  const { actor, database } = context
  const sealedSecret = await findAppSecret(database, actor.userId)
  if (sealedSecret === null) return failure('second_factor_off')

  const { failuresPerAccount: limit, throttleWindowS: windowS } = LIMITS.access
  const key = codeKey(actor.userId, env().NEXTAUTH_SECRET)
  const admission = await takeSignInTry(database, { key, limit, windowS })
  if (!admission.admitted) {
    return failure('too_many_codes', { values: { minutes: minutesToWait(admission) } })
  }
  const proof = proveCode(typed, { userId: actor.userId, sealedSecret })
  if (proof === null) return failure('code_wrong', { field: 'code' })
  const sessionsEnded = await changeOwnFactor(database, changeOf(proof), changerOf(context))
  if (sessionsEnded === null) return failure('code_wrong', { field: 'code' })
  await forgetSignInTries(database, key)
  return success({ sessionsEnded })
}

function changerOf({ actor, requestId }: OwnContext): FactorChanger {
  const { userId, sessionId, address = null } = actor
  return { userId, sessionId, requestId, address }
}

/** Fresh recovery codes as they are shown, and as the database knows them. */
function newCodes(userId: string) {
  const codes = makeRecoveryCodes()
  const codeHashes = codes.map((code) => hashRecoveryCode(userId, code.replaceAll('-', '')))
  return { codes, codeHashes }
}
