/** Cookies of a browser at one origin. */
type Jar = Map<string, string>

const MOST_STEPS = 10

/**
 * Follows a browser's way from the address that begins a sign-in to the one that it comes back by, as
 * a browser that is new to the provider.
 * @param returnTo the beginning of the address that ends the way
 * @returns the parameters with which it comes back
 */
export async function visitProvider(
  address: string,
  returnTo: string,
): Promise<Readonly<Record<string, string>>> {
  const jar: Jar = new Map()
  let next = address
  for (let step = 0; step < MOST_STEPS; step++) {
    if (next.startsWith(returnTo)) return Object.fromEntries(new URL(next).searchParams)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(next, { redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) keep(jar, line)
    const location = response.headers.get('location')
    if (location === null) {
      throw new Error(`the provider answered ${response.status}: ${await response.text()}`)
    }
    next = new URL(location, next).href
  }
  throw new Error('the provider sends the browser around')
}

function keep(jar: Jar, line: string): void {
  const [pair = ''] = line.split(';')
  const at = pair.indexOf('=')
  jar.set(pair.slice(0, at), pair.slice(at + 1))
}
