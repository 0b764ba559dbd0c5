import { request, type Dispatcher } from 'undici'

/** The application as a client reaches it. */
export interface Door {
  /** Where requests go. */
  readonly url: string
  /** The address that people open; that of the requests when it is left out. */
  readonly origin?: string
  /** Opens the connections; undici's own when it is left out. */
  readonly dispatcher?: Dispatcher
}

/** Signs in over HTTP as a form does and returns the `Cookie` header of the session. */
export async function signIn(
  { url, origin = url, dispatcher }: Door,
  email: string,
  password: string,
): Promise<string> {
  const through = dispatcher === undefined ? {} : { dispatcher }
  const csrf = await request(`${url}/api/auth/csrf`, through)
  const { csrfToken } = (await csrf.body.json()) as { csrfToken?: string }
  if (csrfToken === undefined) throw new Error('the application gave no CSRF token')
  const responseBody = await request(`${url}/api/auth/callback/credentials`, {
    ...through,
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin,
      cookie: cookieHeader(csrf.headers['set-cookie']),
    },
    body: new URLSearchParams({ csrfToken, email, password, json: 'true' }).toString(),
  })
  await responseBody.body.dump()
  const cookie = cookieHeader(responseBody.headers['set-cookie'])
  if (!cookie.includes('session-token'))
    throw new Error(`signing in gave HTTP ${responseBody.statusCode}`)
  return cookie
}

function cookieHeader(setCookie: string | string[] | undefined): string {
  const lines = Array.isArray(setCookie) ? setCookie : [setCookie ?? '']
  return lines.map((line) => line.split(';')[0] ?? '').join('; ')
}
