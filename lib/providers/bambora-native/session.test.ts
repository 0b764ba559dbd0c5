import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/config/limits'
import { TestSandbox } from '@/sandbox/testing/test-sandbox'
import { createBamboraNativeClient } from '.'

let sandbox: TestSandbox

beforeAll(async () => {
  sandbox = await TestSandbox.start()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.control('DELETE', 'faults'))

async function readWithTokens(limit: { headers?: object }) {
  const action = { type: 'status', status: 429, ...limit }
  await sandbox.fault({ match: { operation: 'token' }, action })
  const client = createBamboraNativeClient({
    connectionId: randomUUID(),
    accountId: 'T555000111',
    baseUrl: `${sandbox.url}/bambora-native/v1`,
    secret: { clientId: 'native-demo', clientSecret: 'native-demo-secret' },
  })
  const read = await client.readTransaction({ providerTransactionId: 'x', orderReference: null })
  return read.ok ? read : (read.waitMs ?? read)
}

describe('Bambora Native: a limit on tokens', () => {
  it('is a wait for as long as the provider says', async () => {
    const waitMs = await readWithTokens({ headers: { 'retry-after': '120' } })
    expect(waitMs).toBeGreaterThan(110_000)
    expect(waitMs).toBeLessThanOrEqual(120_000)
  })

  it('is a wait for the usual time where it does not say how long', async () => {
    const waitMs = await readWithTokens({})
    expect(waitMs).toBeGreaterThan(LIMITS.provider.limitedWaitMs - 10_000)
    expect(waitMs).toBeLessThanOrEqual(LIMITS.provider.limitedWaitMs)
  })
})
