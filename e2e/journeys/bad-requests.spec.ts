import type { OutgoingHttpHeaders } from 'node:http'
import type { Page } from '@playwright/test'
import { SignInPage } from '../pages/sign-in-page'
import { sendRaw, type RawRequest } from '../support/raw-request'
import { builtActions } from '../support/server-surface'
import { world } from '../support/journey'
import { expect, test } from '../support/test'

const ID = '00000000-0000-4000-8000-000000000000'
/** The position of a payment of the year 275760, the last that JavaScript knows. */
const FAR = `${(8.64e15).toString(36)}.${ID}`
const VIEWS = ['to-capture', 'expiring', 'attention', 'all']
const TEXTS = ['%00', 'a%00b', '%ED%A0%80', '%E0%A4%A', '%', '9007199254740993', '1e308', '%5C%25_']
const PARAMETERS =
  'q after provider connection method currency from to min max held anywhere view status x'.split(
    ' ',
  )
const ODD_TEXTS = [...TEXTS, FAR, 'z'.repeat(3_000)]
/** Characters of a text that is in many places of a request: its head as a whole has a bound. */
const MOST_AT_ONCE = 500
const BROKEN_PATHS = ['%E0%A4%A', '%', '%ED%A0%80']

/** A page and a read with these parameters. */
const searchesFor = (query: string) => [
  `/transactions?view=attention&${query}`,
  `/api/transactions/updates?newest=0.${ID}&${query}`,
]

let cookie = ''

test.beforeAll(async ({ browser }) => {
  const page = await browser.newPage({ baseURL: world().url })
  await new SignInPage(page).signInAs('admin')
  cookie = await sessionOf(page)
  await page.close()
})

async function sessionOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies()
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

/** The statuses of requests that are not in the ranges that are fine, by what was asked. */
async function wrongAnswers(
  requests: readonly RawRequest[],
  isFine: (status: number) => boolean,
): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const probes of requests) {
    const session = probes.headers?.['cookie'] === undefined ? { cookie } : {}
    const answer = await sendRaw({ ...probes, headers: { ...session, ...probes.headers } })
    if (!isFine(answer.status)) {
      const { method = 'GET', path, headers = {}, body = '' } = probes
      const what = [method, path, JSON.stringify(headers), String(body).slice(0, 200)].join(' ')
      wrong.push(`${what}: ${String(answer.status)} ${answer.text.slice(0, 100)}`)
    }
  }
  return wrong
}

const isOurs = (status: number) => status < 500
const isRefused = (status: number) => status >= 400 && status < 500
const isShown = (status: number) => status === 200

test('requests: what is odd in a search is cleaned, and the page is shown (C2)', async () => {
  const paths = TEXTS.filter((text) => !BROKEN_PATHS.includes(text)).flatMap((text) => [
    ...VIEWS.map((view) => `/transactions?view=${view}&q=${text}`),
    `/operations?state=${text}`,
    `/overview?x=${text}`,
    `/audit?x=${text}`,
    `/settings/people?x=${text}`,
    `/account?x=${text}`,
  ])
  const far = VIEWS.map((view) => `/transactions?view=${view}&after=${FAR}`)
  const probes = [...paths, ...far, `/api/transactions/updates?newest=${FAR}`].map((path) => ({
    path,
  }))
  expect(await wrongAnswers(probes, isShown)).toEqual([])
})

/** Pages and reads with a text in each of their parameters, one after the other. */
const ONE_BY_ONE = [...PARAMETERS, 'newest', 'state', 'callbackUrl'].flatMap((name) =>
  ODD_TEXTS.map((text) => `${name}=${text}`),
)
/** The same with a text in all parameters at once. */
const AT_ONCE = ODD_TEXTS.map((text) =>
  PARAMETERS.map((name) => `${name}=${text.slice(0, MOST_AT_ONCE)}`).join('&'),
)

test('no text in all parameters of a page or read breaks it', async () => {
  test.slow()
  const searches = AT_ONCE.flatMap(searchesFor)
  const others = TEXTS.flatMap((text) => [
    `/api/transactions/find?q=ab${text}`,
    `/sign-in?from=${text}`,
    `/sign-in?callbackUrl=${text}`,
  ])
  const exports = PARAMETERS.flatMap((name) =>
    ['%00', FAR].map(
      (text) => `/api/transactions/export?format=csv&view=attention&${name}=${text}`,
    ),
  )
  const probes = [...searches, ...others, ...exports].map((path) => ({ path }))
  expect(await wrongAnswers(probes, isOurs)).toEqual([])
})

test('no parameter of any page or read breaks it @long', async () => {
  test.slow()
  const probes = ONE_BY_ONE.flatMap(searchesFor).map((path) => ({ path }))
  expect(await wrongAnswers(probes, isOurs)).toEqual([])
})

test('an export of a search for nothing that can be looked for is refused', async () => {
  const { status, text } = await sendRaw({
    path: '/api/transactions/export?format=csv&q=%00',
    headers: { cookie },
  })
  expect(status).toBe(400)
  expect(JSON.parse(text)).toMatchObject({ ok: false, error: { values: { field: 'q' } } })
})

test('a malformed path is told that there is no such page', async () => {
  const under = ['', 'transactions/', 'operations/', '_next/', 'api/', 'api/auth/']
  const within = [
    (path: string) => `/api/operations/${path}`,
    (path: string) => `/api/operations/${path}/attempts`,
    (path: string) => `/api/transactions/${path}/version`,
    (path: string) => `/api/webhooks/${path}/${path}`,
  ]
  const probes = BROKEN_PATHS.flatMap((path) => [
    ...under.map((folder) => `/${folder}${path}`),
    ...within.map((place) => place(path)),
  ]).map((path) => ({ path }))
  expect(await wrongAnswers(probes, (status) => status === 404)).toEqual([])
  const page = await sendRaw({ path: '/transactions/%E0%A4%A', headers: { cookie } })
  expect(page.text).toContain('There is no such page')
})

test('ids that are none are told that there is nothing', async () => {
  const probes = ['%00', 'x', "1'--", ID.toUpperCase(), ID].flatMap((id) =>
    [`/transactions/${id}`, `/api/operations/${id}`, `/api/transactions/${id}/version`].map(
      (path) => ({ path }),
    ),
  )
  expect(await wrongAnswers(probes, (status) => status === 404)).toEqual([])
  // This page is sent while it is made, and its status before that is known.
  const operation = await sendRaw({ path: '/operations/%00', headers: { cookie } })
  expect(operation.text).toContain('There is no such operation')
})

test('requests: a malformed router state is refused at every address', async () => {
  const paths = ['/nothing', '/none.png', '/api/nothing', '/', '/sign-in', '/transactions', '/404']
  const states = ['garbage', '%', '%5B%22%22%5D', '%5B1%2C2', encodeURIComponent('["",{},1]')]
  const probes = paths.flatMap((path) =>
    states.map((state) => ({ path, headers: { rsc: '1', 'next-router-state-tree': state } })),
  )
  expect(await wrongAnswers(probes, (status) => status === 400)).toEqual([])
})

test('requests: the pages that Next keeps for itself are not there', async () => {
  const paths = ['/_global-error', '/_error', '/_not-found', '/_global-error/x']
  const probes = paths.flatMap((path) => [
    { path },
    { path, headers: { cookie: 'next-auth.session-token=x' } },
  ])
  expect(await wrongAnswers(probes, (status) => status < 500)).toEqual([])
})

test('requests: a wish to upgrade gets the usual answer, and its socket ends', async () => {
  const paths = ['/nothing', '/transactions', '/_next/webpack-hmr', '/_next/static/none.js']
  for (const upgrade of ['websocket', 'h2c']) {
    const probes = paths.map((path) => ({ path, headers: { connection: 'Upgrade', upgrade } }))
    expect(await wrongAnswers(probes, (status) => status >= 200 && status < 500)).toEqual([])
  }
})

const ODD_VALUES = ['__proto__', 'constructor', '%00', '%E0%A4%A', 'http://[', 'z'.repeat(3_000)]
const COOKIES = [
  ...['paydesk-locale', 'paydesk-theme', 'paydesk-shortcuts', 'paydesk-time-zone', 'x'],
  ...['next-auth.callback-url', 'next-auth.csrf-token'],
]

/** Pages with more cookies than the session's. */
function withCookies(cookies: string): RawRequest[] {
  return ['/transactions', '/sign-in', '/api/auth/csrf'].map((path) => ({
    path,
    headers: { cookie: `${cookie}; ${cookies}` },
  }))
}

test('cookies and headers that mean nothing break no page', async () => {
  const probes: RawRequest[] = ODD_VALUES.flatMap((value) => [
    ...withCookies(COOKIES.map((name) => `${name}=${value.slice(0, MOST_AT_ONCE)}`).join('; ')),
    { path: '/transactions', headers: { 'accept-language': value } },
    { path: '/transactions', headers: { rsc: '1', 'next-router-state-tree': value } },
    { path: '/transactions', headers: { 'x-forwarded-host': value, 'x-forwarded-proto': value } },
    { path: '/transactions', headers: { cookie: `next-auth.session-token=${value}` } },
    { path: '/mark.svg', headers: { range: 'bytes=9-1' } },
  ])
  expect(await wrongAnswers(probes, isOurs)).toEqual([])
})

test('no cookie that means nothing breaks a page @long', async () => {
  const probes = ODD_VALUES.flatMap((value) =>
    COOKIES.flatMap((name) => withCookies(`${name}=${value}`)),
  )
  expect(await wrongAnswers(probes, isOurs)).toEqual([])
})

test('methods that nothing here has are refused, wherever they go', async () => {
  const methods = 'TRACE OPTIONS PUT DELETE PATCH PROPFIND MERGE PURGE QUERY M-SEARCH'.split(' ')
  const paths = '/ /transactions /sign-in /nowhere /api/health /api/auth/csrf /mark.svg *'.split(
    ' ',
  )
  const probes = methods.flatMap((method) => paths.map((path) => ({ method, path })))
  expect(await wrongAnswers(probes, (status) => status === 405)).toEqual([])
  const posts = ['/mark.svg', '/_next/static/x.js', '/api/health', '/api/operations/open']
  const posted = posts.map((path) => ({ method: 'POST', path, headers: ownOrigin() }))
  expect(await wrongAnswers(posted, (status) => status === 405)).toEqual([])
  const odd = ['*', 'http://evil.example/transactions'].map((path) => ({ path }))
  expect(await wrongAnswers(odd, isRefused)).toEqual([])
})

function ownOrigin(): { origin: string } {
  return { origin: world().url }
}

function part(name: string, value = ''): string {
  return `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
}

test('actions whose call is malformed answer in words and never fail', async () => {
  test.slow()
  // Signing out would end the session of all these tests.
  const ids = builtActions().flatMap(({ id, name }) => (name === 'signOut' ? [] : [id]))
  const bodies = [
    ...['', '[', '[{', '{}', 'null', '1', '"x"', '["$1"]', '["$F1"]', '["$K1"]', '["$nxx"]'],
    '['.repeat(20_000),
  ]
  const odd = ['[]', '[1,2,3,4,5]', '["$Dxx"]', '[{"__proto__":{"a":1}}]', '["a\\u0000b"]']
  const multipart = 'multipart/form-data; boundary=x'
  const calls = ids.flatMap((id) => [
    ...bodies.map((body) => ({ body, headers: { 'next-action': id } })),
    ...['nonsense', '--x--\r\n', `${part('0', '[1')}--x--\r\n`, part('0', '["$K1"]')].map(
      (body) => ({ body, headers: { 'next-action': id, 'content-type': multipart } }),
    ),
    { body: 'x', headers: { 'next-action': id, 'content-type': 'multipart/form-data' } },
  ])
  const unknown = ['zz', '0'.repeat(42), '', 'a'.repeat(5_000), '__proto__'].map((id) => ({
    body: '[]',
    headers: { 'next-action': id },
  }))
  const probes = (
    some: readonly { readonly body: string; readonly headers: OutgoingHttpHeaders }[],
  ) =>
    some.map(({ body, headers }) => ({
      method: 'POST',
      path: '/transactions',
      body,
      headers: { ...ownOrigin(), 'content-length': Buffer.byteLength(body), ...headers },
    }))
  expect(await wrongAnswers(probes([...calls, ...unknown]), isRefused)).toEqual([])
  const understood = ids.flatMap((id) =>
    odd.map((body) => ({ body, headers: { 'next-action': id } })),
  )
  expect(await wrongAnswers(probes(understood), isOurs)).toEqual([])
})

test('forms that are malformed are refused in words', async () => {
  const signIn = builtActions().find(({ name }) => name === 'signIn')?.id ?? ''
  const multipart = 'multipart/form-data; boundary=x'
  const cases: readonly (readonly [type: string, body: string])[] = [
    [multipart, 'nonsense'],
    [multipart, '--x--\r\n'],
    [multipart, `${part('$ACTION_KEY', 'x')}--x--\r\n`],
    [multipart, `${part('$ACTION_REF_1')}--x--\r\n`],
    [multipart, `${part('$ACTION_REF_1')}${part('$ACTION_1:0', '{{{')}--x--\r\n`],
    [multipart, `${part('$ACTION_ID_00')}--x--\r\n`],
    ['multipart/form-data', 'nonsense'],
    ['text/plain', 'x'],
    ['application/json', '{'],
    ['application/x-www-form-urlencoded', 'a=b'],
  ]
  const probes = cases.flatMap(([type, body]) =>
    ['/sign-in', '/welcome/x', '/transactions'].map((path) => ({
      method: 'POST',
      path,
      body,
      headers: {
        ...ownOrigin(),
        'content-type': type,
        'content-length': Buffer.byteLength(body),
      },
    })),
  )
  expect(await wrongAnswers(probes, isRefused)).toEqual([])
  const body = `${part(`$ACTION_ID_${signIn}`)}--x--\r\n`
  const headers = {
    ...ownOrigin(),
    'content-type': multipart,
    'content-length': Buffer.byteLength(body),
  }
  const wrongArity = { method: 'POST', path: '/sign-in', body, headers }
  expect(await wrongAnswers([wrongArity], isOurs)).toEqual([])
})

test('sign-in for programs takes well-formed requests only', async () => {
  const path = '/api/auth/callback/credentials'
  const probes = ['{', '%', 'a=%E0%A4%A', 'callbackUrl=http://[&csrfToken=x'].flatMap((body) =>
    ['application/json', 'application/x-www-form-urlencoded', 'text/plain'].map((type) => ({
      method: 'POST',
      path,
      body,
      headers: {
        ...ownOrigin(),
        'content-type': type,
        'content-length': Buffer.byteLength(body),
      },
    })),
  )
  expect(await wrongAnswers(probes, isOurs)).toEqual([])
})
