import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listConnections } from '@/db/queries/sync/connections'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { importAllConnections } from './import-all-connections'

let merchant: TestMerchant

beforeAll(async () => {
  merchant = await startTestMerchant()
})
afterAll(() => merchant.stop())

it('import: a connection that cannot be used stops no other, and each of them is named', async () => {
  await merchant.sandbox.control.createTransaction({})
  const [first, second, ...others] = (await listConnections(merchant.database)).filter(
    ({ id }) => id !== merchant.connection.id,
  )
  if (first === undefined || second === undefined) throw new Error('the demo has fewer connections')
  expect(others.length).toBeGreaterThan(0)
  await merchant.owner.run((db) =>
    db.execute(sql`
      update connections set secret_ciphertext = 'nonsense', updated_at = now() + interval '1 s'
      where id in (${first.id}, ${second.id})`),
  )
  const imported: string[] = []
  const onProgress = (name: string) => imported.push(name)
  const all = importAllConnections(merchant.database, { onProgress })
  await expect(all).rejects.toThrow('secret cannot be opened')
  await all.catch((error: unknown) => {
    for (const { name } of [first, second]) expect(String(error)).toContain(`${name}: `)
  })
  expect(imported).toContain(merchant.connection.name)
})
