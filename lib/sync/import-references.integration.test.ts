import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { listTransactions } from '@/db/queries/payment/transactions'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { OppwaMerchant } from '@/testing/oppwa-merchant'
import { importReferences } from './import-references'

let merchant: TestMerchant
let oppwa: OppwaMerchant

beforeAll(async () => {
  merchant = await startTestMerchant()
  oppwa = await OppwaMerchant.connect(merchant)
})
afterAll(() => merchant.stop())
beforeEach(() => oppwa.setSettings({ queriesPerMinute: null }))

async function create(options: object): Promise<string> {
  const { control } = merchant.sandbox
  return (await control.call<{ id: string }>('POST', 'oppwa/transactions', options)).id
}

async function importedIds(search: string): Promise<readonly string[]> {
  const { rows } = await listTransactions(merchant.database, { scope: 'all', search })
  const payments = await Promise.all(rows.map((row) => merchant.reload(row)))
  return payments.map((one) => one.providerTransactionId)
}

it('import of the Open Payment Platform: takes an order reference and a 32-character id (E8)', async () => {
  const reference = 'ORDER-BY-REFERENCE'
  const attempts = [await create({ reference }), await create({ reference, status: 'CAPTURED' })]
  const byId = await create({ reference: 'ORDER-BY-ID' })
  const result = await importReferences(merchant.database, oppwa.connection, [
    reference,
    byId,
    'NEVER-USED',
  ])
  expect(result).toMatchObject({ value: { read: 4, written: 3, malformed: 1 } })
  expect((await importedIds(reference)).toSorted()).toEqual(attempts.toSorted())
  expect(await importedIds('ORDER-BY-ID')).toEqual([byId])
})

it('import of the Open Payment Platform: waits for a limited payment and goes on (E11)', async () => {
  const references = ['LIMITED-A', 'LIMITED-B']
  const ids: string[] = []
  for (const reference of references) ids.push(await create({ reference }))
  const waits: number[] = []
  await oppwa.setSettings({ queriesPerMinute: 1 })
  const allow = async (ms: number): Promise<void> => {
    waits.push(ms)
    await oppwa.setSettings({ queriesPerMinute: 1 })
  }
  const both = await importReferences(merchant.database, oppwa.connection, references, allow)
  expect(both).toMatchObject({ value: { written: 2, malformed: 0 } })
  const again = await importReferences(merchant.database, oppwa.connection, references, allow)
  expect(again).toMatchObject({ ok: true, value: { read: 2, malformed: 0 } })
  expect(waits.length).toBeGreaterThan(0)
  expect(await importedIds('LIMITED-B')).toEqual([ids[1]])
})

it('import of the Open Payment Platform: reports a payment that stays limited, and goes on (E11)', async () => {
  const limited = await create({ reference: 'LIMITED-FOR-EVER' })
  const free = await create({ reference: 'FREE-OF-LIMITS' })
  await oppwa.setSettings({ queriesPerMinute: 1 })
  const once = ['LIMITED-FOR-EVER']
  await importReferences(merchant.database, oppwa.connection, once, async () => undefined)
  const result = await importReferences(
    merchant.database,
    oppwa.connection,
    [...once, 'FREE-OF-LIMITS'],
    async () => undefined,
  )
  expect(result).toMatchObject({ ok: true, value: { malformed: 1, problems: [{}] } })
  expect(await importedIds('FREE-OF-LIMITS')).toEqual([free])
  expect(await importedIds('LIMITED-FOR-EVER')).toEqual([limited])
})
