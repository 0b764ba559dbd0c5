import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/access/actor'
import { tableStream } from '@/lib/format/table/table-stream'
import { i18nFor } from '@/lib/i18n/i18n'
import { addOrders, rehearseOrders, startShown, valueOf, workOff } from '@/testing/batches'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { reportRows } from './report-rows'

let merchant: TestMerchant
let anna: Actor

beforeAll(async () => {
  merchant = await startTestMerchant()
  anna = await merchant.actor('admin')
})
afterAll(() => merchant.stop())

it('batch report: tells each row in words, and begins no formula', async () => {
  const orders = await addOrders(merchant, 1, 'REPORT')
  const batch = await rehearseOrders(merchant.database, anna, [...orders, '=NOWHERE()'])
  valueOf(await startShown(merchant.database, anna, batch))
  await workOff(merchant.database)
  const rows = reportRows(merchant.database, anna, batch, i18nFor('en', 'UTC'))
  const stream = tableStream('csv', { timeZone: 'UTC', name: '' }, rows)
  const [head, done, missing] = (await new Response(stream).text()).split('\r\n')
  expect(head).toMatch(/^\ufeff?Row,Lines of the file,Order,Customer,Provider/)
  expect(done).toMatch(/^1,,REPORT-1,.*Dintero,.*,100\.00,NOK,.*,Done,,[0-9a-f-]{36}$/)
  expect(missing).toMatch(/^2,,'=NOWHERE\(\),.*,Left out,,$/)
})
