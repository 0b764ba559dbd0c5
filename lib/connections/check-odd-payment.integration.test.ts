import { afterAll, beforeAll, expect, it } from 'vitest'
import { listConnections } from '@/db/queries/sync/connections'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { checkConnection } from './check-connection'

let merchant: TestMerchant

beforeAll(async () => {
  merchant = await startTestMerchant('bambora-checkout')
})
afterAll(() => merchant.stop())

const NEWEST = { id: '1', merchantnumber: 'T700800900', createddate: '2026-03-01T10:00:00' }

/** Has the provider answer its list with just this payment, and checks the connection. */
async function checkWithNewest(payment: object) {
  await merchant.sandbox.control.addFault({
    match: { provider: 'bambora-checkout', operation: 'list' },
    action: {
      type: 'status',
      status: 200,
      body: { meta: { result: true, message: {}, action: null }, transactions: [payment] },
    },
  })
  return checkConnection(merchant.database, merchant.connection.id)
}

it.each([
  ['has a time without a zone', NEWEST],
  ['is no payment at all', { id: '1' }],
])('the check of a connection passes although the newest payment %s (A5)', async (_, payment) => {
  expect(await checkWithNewest(payment)).toMatchObject({ ok: true })
})

it('the check of a connection fails when the payments are of another merchant', async () => {
  expect(await checkWithNewest({ ...NEWEST, merchantnumber: 'T1' })).toMatchObject({
    ok: false,
    error: { code: 'wrong_account' },
  })
})

it('the check of a connection passes for every provider of the demo', async () => {
  for (const { id } of await listConnections(merchant.database)) {
    expect(await checkConnection(merchant.database, id)).toMatchObject({ ok: true })
  }
})
