import { afterAll, beforeAll, expect, it } from 'vitest'
import { listTransactions } from '@/db/queries/payment/transactions'
import { listConnections } from '@/db/queries/sync/connections'
import { LIMITS } from '@/lib/config/limits'
import { BamboraCheckoutControl } from '@/testing/bambora-checkout-control'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { addOperation, findOperationRow, secondsAgo } from '@/testing/operation-row'
import { runRepairLoop } from './repair-loop'

const { limit, perConnection } = LIMITS.repair.claim
const PATIENT = { timeout: 10_000, interval: 100 }

let merchant: TestMerchant
const stop = new AbortController()

beforeAll(async () => {
  merchant = await startTestMerchant()
})
afterAll(async () => {
  stop.abort()
  await merchant.stop()
})

it('repair: checks of one connection that hang leave slots to the others', async () => {
  const { database, sandbox } = merchant
  await sandbox.control.createTransactions({ count: limit + 1 })
  await merchant.importAll()
  const { rows } = await listTransactions(database, { scope: 'all' })
  const hanging: string[] = []
  for (const { id } of rows) {
    hanging.push(await addOperation(database, id, { nextCheckAt: secondsAgo(60) }))
  }
  const other = (await listConnections(database)).find((one) => one.provider === 'bambora-checkout')
  const bambora = new BamboraCheckoutControl(sandbox.url)
  const payment = await merchant.newPayment(
    (reference) => bambora.createPayment({ reference, amount: 10_000 }),
    other,
  )
  const due = secondsAgo(1)
  const last = await addOperation(database, payment.id, { nextCheckAt: due })
  await sandbox.control.addFault({
    match: { provider: 'dintero', operation: 'read' },
    action: { type: 'hang', when: 'before' },
    times: rows.length,
  })

  void runRepairLoop(database, stop.signal)
  // Its provider may want a wait before the read; claimed it was.
  const wasChecked = async () => {
    const { leasedUntil, nextCheckAt } = await findOperationRow(database, last)
    return leasedUntil !== null || nextCheckAt?.getTime() !== due.getTime()
  }
  await expect.poll(wasChecked, PATIENT).toBe(true)
  expect(rows.length).toBeGreaterThan(limit)
  const underWay = async () => {
    const held = await Promise.all(hanging.map((id) => findOperationRow(database, id)))
    return held.filter(({ leasedUntil }) => leasedUntil !== null).length
  }
  expect(await underWay()).toBe(perConnection)
})
