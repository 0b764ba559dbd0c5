import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { appFactors } from '@/db/schema/second-factors'
import { sealAppSecret } from '@/lib/access/second-factor/totp'
import { encryptionKeys } from '@/lib/config/key-ring'
import { findUnreadableSecrets } from '@/lib/keys/find-unreadable-secrets'
import { log } from '@/lib/observability/log'
import { createTestDatabase } from '@/testing/test-database'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { refuseWrongKeys } from './check-keys'

let merchant: TestMerchant

beforeAll(async () => {
  merchant = await startTestMerchant()
})
afterAll(() => merchant.stop())

/** What `refuseWrongKeys` logs. */
async function logged(databaseUrl: string): Promise<unknown[]> {
  const error = vi.spyOn(log(), 'error').mockImplementation(() => undefined)
  await refuseWrongKeys(databaseUrl)
  const lines = error.mock.calls.map(([line]) => line)
  error.mockRestore()
  return lines
}

it('the start: goes on with a closed secret among open ones, and says whose it is', async () => {
  const { database, databaseUrl, connection } = merchant
  expect(await logged(databaseUrl)).toEqual([])
  const { userId } = await merchant.actor('staff')
  // Sealed for another person: what opens it is not what it was sealed with.
  const sealedSecret = sealAppSecret('JBSWY3DPEHPK3PXP', 'another', encryptionKeys())
  const app = { userId, sealedSecret, confirmedAt: new Date(), lastStep: 1 }
  await database.run((db) => db.insert(appFactors).values(app))
  await database.run((db) =>
    db.execute(sql`
      update connections set secret_ciphertext = 'v1.spoiled' where id = ${connection.id}`),
  )
  expect(await findUnreadableSecrets(database)).toEqual({
    connections: [connection.name],
    people: 1,
    providers: [],
    webhooks: [],
    checked: 5,
  })
  expect(await logged(databaseUrl)).toEqual([
    expect.stringMatching(
      /^The keys do not open 2 of 5 sealed secrets in the database: those of 1 connections \(“Fjord & Field \(sandbox\)”\) and those of 1 authenticator apps\. Set the key/,
    ),
  ])
  await database.run((db) => db.execute(sql`update connections set secret_ciphertext = 'v1.x'`))
  await expect(refuseWrongKeys(databaseUrl)).rejects.toThrow(/^Nothing was started\. .* 5 of 5/)
})

it('the start: has nothing to refuse in an empty database, and leaves one that is away', async () => {
  const empty = await createTestDatabase()
  expect(await logged(empty.url)).toEqual([])
  await empty.drop()
  expect(await logged(empty.url)).toEqual([])
  expect(await logged('postgres://paydesk@127.0.0.1:1/none')).toEqual([])
})
