import { randomUUID } from 'node:crypto'
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { database } from '@/db/client'
import { env } from '@/lib/config/env'
import { LIMITS } from '@/lib/config/limits'
import type { Failure, Result } from '@/lib/domain/operation/result'
import { log } from '@/lib/observability/log'
import { requestIdHere } from '@/lib/observability/request-context'
import { changeSession } from '../change-session'
import { readAddress } from '../request-runtime'
import { foreignOrigin, internal } from '../refusals'
import { isOwnOrigin } from '../request-headers'
import { safeReturnPath } from '../return-path'
import { keepBrowserKey, readBrowserKey } from './browser-key'
import { passkeyRefused } from './check-answer'
import { signInByPasskey, startPasskeySignIn } from './sign-in-by-passkey'

const text = z.string().max(LIMITS.access.passkeyAnswerLength)

const signedSchema = z.strictObject({
  id: text,
  clientDataJson: text,
  authenticatorData: text,
  signature: text,
  userHandle: text,
})

/** Asks this browser for a passkey; fails with `foreign_origin`, `internal`, or as `startPasskeySignIn`. */
export function submitPasskeyStart(): Promise<Result<PublicKeyCredentialRequestOptionsJSON>> {
  return guarded(async () => {
    const browserKey = await keepBrowserKey()
    return startPasskeySignIn(tools(), { address: await readAddress(), browserKey })
  })
}

/**
 * Signs in by what a device has signed, sets the session cookie and redirects to `from`. Returns
 * only when it did not work: `foreign_origin`, `internal`, or as `signInByPasskey`.
 */
export async function submitPasskeySignIn(given: unknown, from: unknown): Promise<Failure> {
  const result = await guarded(async ({ header, requestId }) => {
    const signed = signedSchema.safeParse(given)
    if (!signed.success) return passkeyRefused('unreadable')
    const signedIn = await signInByPasskey(tools(), {
      signed: signed.data,
      address: await readAddress(),
      browserKey: await readBrowserKey(),
      userAgent: header.get('user-agent'),
      requestId,
      sessionId: randomUUID(),
    })
    if (signedIn.ok) await changeSession(signedIn.value.sessionId)
    else if (isOfCopy(signedIn.error)) log().warn({ requestId }, 'a passkey may have been copied')
    return signedIn
  })
  if (!result.ok) return result.error
  redirect(safeReturnPath(from))
}

interface Request {
  readonly header: Pick<Headers, 'get'>
  readonly requestId: string
}

async function guarded<T>(run: (request: Request) => Promise<Result<T>>): Promise<Result<T>> {
  const requestId = requestIdHere()
  try {
    const header = await headers()
    if (!isOwnOrigin(header.get('origin'))) return foreignOrigin()
    return await run({ header, requestId })
  } catch (error) {
    log().error({ requestId, err: error }, 'a sign-in by passkey failed')
    return internal('sign_in', requestId)
  }
}

function tools() {
  return { database: database(), secret: env().NEXTAUTH_SECRET }
}

function isOfCopy(error: Failure): boolean {
  return error.code === 'passkey_refused' && error.values.problem === 'counter'
}
