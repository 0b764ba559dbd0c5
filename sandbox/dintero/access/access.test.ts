import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ApiClient, call, DEMO, OTHER, READER, TestSandbox } from '../../testing/test-sandbox'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await TestSandbox.start()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.control('POST', 'reset'))

describe('sandbox Dintero: a token', () => {
  it('is given to a client with its secret', async () => {
    const got = await sandbox.requestToken(DEMO)
    expect(got.status).toBe(200)
    expect(got.body).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 14400,
    })
  })

  it.each([
    ['the api host', 'https://api.dintero.com/v1/accounts/T11112222', 200],
    ['the account as user info', 'https://T11112222@api.dintero.com/v1/accounts/T11112222', 200],
    ['another account', 'https://api.dintero.com/v1/accounts/T33334444', 403],
    [
      'another account as user info',
      'https://T33334444@api.dintero.com/v1/accounts/T11112222',
      403,
    ],
    ['the checkout host', 'https://checkout.dintero.com/v1/accounts/T11112222', 403],
    ['no URL at all', 'dintero', 403],
  ])('is issued or refused for the audience %s', async (_name, audience, status) => {
    const body = { grant_type: 'client_credentials', audience }
    expect((await sandbox.requestToken(DEMO, body)).status).toBe(status)
  })

  it('is issued for the sandbox itself as audience', async () => {
    const audience = `${sandbox.url}/dintero/v1/accounts/T11112222`
    const got = await sandbox.requestToken(DEMO, { grant_type: 'client_credentials', audience })
    expect(got.status).toBe(200)
  })

  it.each([
    ['no audience', { grant_type: 'client_credentials' }],
    ["a person's grant", { grant_type: 'password', audience: 'x' }],
    ['no JSON', '{'],
    ['no body', undefined],
  ])('is refused with 400 for %s', async (_name, body) => {
    const url = `${sandbox.url}/dintero/v1/accounts/T11112222/auth/token`
    const basic = Buffer.from(`${DEMO.id}:${DEMO.secret}`).toString('base64')
    const got = await call(url, 'POST', body, { authorization: `Basic ${basic}` })
    expect(got.status).toBe(400)
    expect(got.body).toHaveProperty('error.message')
  })

  it('is refused in the same way for a wrong secret and for another client’s account', async () => {
    const wrong = await sandbox.requestToken({ ...DEMO, secret: 'wrong' })
    const foreign = await sandbox.requestToken({ ...DEMO, account: OTHER.account })
    expect([wrong.status, foreign.status]).toEqual([401, 401])
    await sandbox.configure({ wrongSecretStatus: 403 })
    expect((await sandbox.requestToken({ ...DEMO, secret: 'wrong' })).status).toBe(403)
  })

  it('is throttled with Retry-After according to the setting', async () => {
    await sandbox.configure({ tokenRequestsPerMinute: 1 })
    expect((await sandbox.requestToken(OTHER)).status).toBe(200)
    const second = await sandbox.requestToken(OTHER)
    expect(second.status).toBe(429)
    expect(second.headers.get('retry-after')).toBe('30')
  })
})

describe('sandbox Dintero: a call', () => {
  it.each(['', 'Bearer', 'Bearer nonsense', 'Bearer a.b.c', 'Basic abc'])(
    'with the authorization %j is refused',
    async (authorization) => {
      const got = await call(`${sandbox.url}/dintero/v1/transactions`, 'GET', undefined, {
        authorization,
      })
      expect(got.status).toBe(401)
      expect(got.body).toEqual({ error: { message: 'Unauthorized' } })
    },
  )

  it('is refused with a token that was signed for another purpose', async () => {
    const { token } = await sandbox.signIn()
    const [head, , tail] = token.split('.')
    const claims = { sub: OTHER.id, aid: OTHER.account, exp: Date.now() + 60_000 }
    const forged = `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${tail}`
    const api = new ApiClient(`${sandbox.url}/dintero/v1`, forged)
    expect((await api.list('')).status).toBe(401)
  })

  it('is refused once its token has expired', async () => {
    await sandbox.configure({ tokenLifetimeS: 1 })
    const api = await sandbox.signIn()
    expect((await api.list('')).status).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 1050))
    expect((await api.list('')).status).toBe(401)
    await sandbox.configure({ rejectedTokenStatus: 403 })
    expect((await api.list('')).status).toBe(403)
  })

  it('neither shows nor changes a transaction of another account', async () => {
    const { id } = await sandbox.createTransaction({ accountId: OTHER.account })
    const api = await sandbox.signIn()
    expect((await api.list('')).body).toEqual([])
    expect((await api.read(id)).status).toBe(404)
    const got = await api.operate(id, 'capture', { amount: 100 })
    expect(got.status).toBe(404)
    expect(got.body).toEqual({ error: { code: 'NOT FOUND', message: 'Transaction not found' } })
    expect((await sandbox.totals(id)).captured).toBe(0)
    expect((await (await sandbox.signIn(OTHER)).read(id)).status).toBe(200)
  })

  it('with a read scope can only read', async () => {
    const { id } = await sandbox.createTransaction()
    const api = await sandbox.signIn(READER)
    expect((await api.read(id)).status).toBe(200)
    for (const operation of ['capture', 'refund', 'void', 'authorization'] as const) {
      const got = await api.operate(id, operation, { amount: 100 })
      expect(got.status).toBe(403)
      expect(got.body).toEqual({ error: { errors: [], message: 'FORBIDDEN' } })
    }
    const label = await api.call('PUT', `/transactions/${id}`, { merchant_reference_2: 'x' })
    expect(label.status).toBe(403)
  })

  it('can come from a client that was added over the control API', async () => {
    const client = { id: 'new', secret: 'new-secret', accountId: 'P99998888' }
    await sandbox.control('POST', 'dintero/clients', client)
    const api = await sandbox.signIn({ id: 'new', secret: 'new-secret', account: 'P99998888' })
    expect((await api.list('')).body).toEqual([])
  })
})
