import { LIMITS } from '@/lib/config/limits'
import { safeReturnPath } from '../return-path'
import { hostCookie } from '../session-cookie'

/** Where a sign-in by the identity provider began. */
export interface ProviderReturn {
  /** The path to go to afterwards. */
  readonly from: string
  /** True for a signed-in person who shows once more who they are. */
  readonly isAgain: boolean
}

/**
 * The cookies of a sign-in that is at the identity provider, `lax` so that they come back with the
 * browser. Their names are fixed: a new beginning takes the place of the one before.
 */
export function providerCookies(applicationUrl: string) {
  const cookie = (name: string) => {
    const { name: ownName, options } = hostCookie(applicationUrl, `paydesk.sso-${name}`, 'lax')
    const maxAge = LIMITS.access.providerSignInS
    return { name: ownName, options: Object.assign({ maxAge }, options) }
  }
  return {
    state: cookie('state'),
    nonce: cookie('nonce'),
    pkceCodeVerifier: cookie('pkce'),
    returnTo: cookie('return'),
  }
}

/** The value of the cookie that says where a sign-in began. */
export function writeReturn({ from, isAgain }: ProviderReturn): string {
  return new URLSearchParams(isAgain ? { from, again: '1' } : { from }).toString()
}

/** Where a sign-in began, as the browser's cookie has it; the first page where it does not say. */
export function readReturn(value: string | undefined): ProviderReturn {
  const query = new URLSearchParams(value ?? '')
  return { from: safeReturnPath(query.get('from')), isAgain: query.get('again') === '1' }
}
