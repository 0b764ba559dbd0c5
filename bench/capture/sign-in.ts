import { request } from 'undici'

/** Signs in over HTTP as a form does and returns the `Cookie` header of the session. */
export async function signIn(url: string, email: string, password: string): Promise<string> {
  const csrf = await request(`${url}/api/auth/csrf`)
  const { csrfToken } = (await csrf.body.json()) as { csrfToken?: string }
  if (csrfToken === undefined) throw new Error('the application gave no CSRF token')
  const responseBody = await request(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: url,
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
