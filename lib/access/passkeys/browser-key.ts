import { cookies } from 'next/headers'
import { env } from '@/lib/config/env'
import { LIMITS } from '@/lib/config/limits'
import { newToken, parseToken } from '../secret-token'
import { hostCookie } from '../session-cookie'

/**
 * The random text by which a browser that was given a challenge is known again. It goes into a
 * cookie that scripts don't see and other sites don't cause to be sent, and ends with the challenge.
 */
export async function keepBrowserKey(): Promise<string> {
  // Another tab may be waiting for its device: its challenge stays good.
  const key = (await readBrowserKey()) ?? newToken()
  const { name, options } = cookie()
  const maxAge = LIMITS.access.passkeyChallengeS
  ;(await cookies()).set(name, key, { ...options, maxAge })
  return key
}

/** The text in this browser's cookie; null when there is none. */
export async function readBrowserKey(): Promise<string | null> {
  return parseToken((await cookies()).get(cookie().name)?.value)
}

function cookie() {
  return hostCookie(env().NEXTAUTH_URL, 'paydesk-passkey', 'strict')
}
