import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { call, TestSandbox } from '../test-sandbox'
import { BAMBORA_CHECKOUT } from './bambora-checkout'
import { BAMBORA_NATIVE } from './bambora-native'
import { DINTERO } from './dintero'
import { OPPWA } from './oppwa'
import {
  bytesOf,
  sendBytes,
  type PublishedRequest,
  type PublishedRequests,
} from './published-request'

const FEWEST_REQUESTS = 6

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await TestSandbox.start()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.control('POST', 'reset'))

const PROVIDERS = [DINTERO, OPPWA, BAMBORA_CHECKOUT, BAMBORA_NATIVE]

describe.each(PROVIDERS.map((published) => [published.provider, published] as const))(
  'sandbox %s: requests that published clients send',
  (_, published) => {
    it(`there are at least ${FEWEST_REQUESTS}, each with its length and its own title (E9)`, () => {
      const { requests } = published
      expect(requests.length).toBeGreaterThanOrEqual(FEWEST_REQUESTS)
      expect(new Set(requests.map(({ title }) => title)).size).toBe(requests.length)
      const wrong = requests.filter(({ head, body }) => {
        const named = head.find((header) => /^content-length:/i.test(header))?.split(': ')[1]
        return Number(named ?? '0') !== Buffer.byteLength(body)
      })
      expect(wrong.map(({ title }) => title)).toEqual([])
    })

    const cases = published.requests.map((request) => [request.title, request] as const)
    it.each(cases)('pass byte for byte: %s (E9)', async (_title, request) => {
      await prepare(published, request)
      const token = await tokenOf(published.provider)
      const response = await sendBytes(sandbox.url, bytesOf(request, published.mounts, token))
      expect(response).toMatchObject(request.answer)
    })
  },
)

async function prepare(
  { provider }: PublishedRequests,
  { given, settings }: PublishedRequest,
): Promise<void> {
  if (settings) await sandbox.control('PUT', `${provider}/settings`, settings)
  if (given) await sandbox.control('POST', `${provider}/transactions`, given)
}

/** A token for the calls of a provider that issues any. */
async function tokenOf(provider: string): Promise<string> {
  if (provider === 'dintero') return (await sandbox.signIn()).token
  if (provider !== 'bambora-native') return ''
  const url = `${sandbox.url}/bambora-native/connect/token`
  const scope = 'read_payment capture_payment cancel_payment refund_payment'
  const form = String(new URLSearchParams({ grant_type: 'client_credentials', scope }))
  const issued = await call<{ access_token: string }>(url, 'POST', form, {
    authorization: `Basic ${Buffer.from('native-demo:native-demo-secret').toString('base64')}`,
    'content-type': 'application/x-www-form-urlencoded',
  })
  return issued.body.access_token
}
