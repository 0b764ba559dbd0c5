const NAME = 'next-auth.session-token'

/**
 * Names the session cookie may have. The second one is for https: browsers take it from this very
 * host alone, and never from a neighbour under the same domain.
 */
export const SESSION_COOKIE_NAMES = [NAME, `__Host-${NAME}`] as const

/**
 * Options of the session cookie for the application at this address: invisible to scripts, not sent
 * along with other sites' posts, and over https only where the address is https.
 */
export function sessionCookie(applicationUrl: string) {
  const secure = new URL(applicationUrl).protocol === 'https:'
  return {
    name: secure ? SESSION_COOKIE_NAMES[1] : SESSION_COOKIE_NAMES[0],
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
  } as const
}

/**
 * Another cookie of this host, which browsers keep as they keep the session's. With `strict` it is not
 * sent along when a link of another site is followed either.
 */
export function hostCookie(applicationUrl: string, name: string, sameSite: 'lax' | 'strict') {
  const { secure, path, httpOnly } = sessionCookie(applicationUrl).options
  const options = { secure, path, httpOnly, sameSite } as const
  return { name: secure ? `__Host-${name}` : name, options }
}
