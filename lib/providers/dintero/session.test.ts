import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DEMO, TestSandbox } from '@/sandbox/testing/test-sandbox'
import { DinteroSession } from './session'

const READ = { method: 'GET', path: '/transactions?limit=1', body: null, timeoutMs: 5_000 } as const
const LIFETIME_S = 60

let sandbox: TestSandbox

beforeAll(async () => {
  sandbox = await TestSandbox.start()
})
afterAll(() => sandbox.close())
beforeEach(async () => {
  await sandbox.control('DELETE', 'faults')
  await sandbox.control('DELETE', 'calls')
  await sandbox.configure({ tokenLifetimeS: LIFETIME_S })
})

function sessionAt(nowMs: () => number, clientSecret = DEMO.secret): DinteroSession {
  const baseUrl = `${sandbox.url}/dintero/v1`
  const credentials = { connectionId: 'c', accountId: DEMO.account, baseUrl, secret: null }
  return new DinteroSession(credentials, { clientId: DEMO.id, clientSecret }, nowMs)
}

async function operations(): Promise<string[]> {
  return (await sandbox.calls()).map((call) => call.operation)
}

describe('Dintero: a session', () => {
  it('uses a token for half of its lifetime, then fetches another', async () => {
    let nowMs = 0
    const session = sessionAt(() => nowMs)
    await session.call(READ)
    nowMs = (LIFETIME_S / 2) * 1_000 - 1
    await session.call(READ)
    expect(await operations()).toEqual(['token', 'list', 'list'])
    nowMs += 2
    expect(await session.call(READ)).toMatchObject({ kind: 'answer', status: 200 })
    expect(await operations()).toEqual(['token', 'list', 'list', 'token', 'list'])
  })

  it('sends nothing with credentials that are refused, and says so', async () => {
    const response = await sessionAt(() => 0, 'wrong').call(READ)
    expect(response).toMatchObject({ kind: 'no_token', problem: 'unauthorized' })
    expect(await operations()).toEqual(['token'])
  })

  it.each([
    ['too many requests', { type: 'status', status: 429 }, 'unavailable'],
    ['an error', { type: 'status', status: 500 }, 'unavailable'],
    ['no answer', { type: 'drop', when: 'before' }, 'unavailable'],
    ['an answer without a token', { type: 'status', status: 200, body: {} }, 'malformed'],
  ])('sends nothing after %s', async (_, action, problem) => {
    await sandbox.fault({ match: { operation: 'token' }, action })
    expect(await sessionAt(() => 0).call(READ)).toMatchObject({ kind: 'no_token', problem })
    expect(await operations()).toEqual(['token'])
  })
})
