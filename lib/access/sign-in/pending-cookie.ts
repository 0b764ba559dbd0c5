import { cookies } from 'next/headers'
import { env } from '@/lib/config/env'
import { LIMITS } from '@/lib/config/limits'
import { hostCookie } from '../session-cookie'

/** The cookie of a sign-in that waits for its code. */
function pendingCookie() {
  return hostCookie(env().NEXTAUTH_URL, 'paydesk.pending-sign-in', 'strict')
}

/** The token of this browser's sign-in that waits for its code; null without one. */
export async function readPendingToken(): Promise<string | null> {
  return (await cookies()).get(pendingCookie().name)?.value ?? null
}

/** Gives the browser the token of a sign-in that waits for its code. */
export async function setPendingToken(token: string): Promise<void> {
  const { name, options } = pendingCookie()
  ;(await cookies()).set(name, token, { ...options, maxAge: LIMITS.access.pendingSignInS })
}

/** Takes the token away, when the sign-in is done or over. */
export async function clearPendingToken(): Promise<void> {
  const { name, options } = pendingCookie()
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
}
