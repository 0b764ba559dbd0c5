import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Database } from '@/db/client'
import { proveDatabase } from '@/db/prove-database'
import { holdSenderLock } from '@/db/queries/operations/sender-lock'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { blocksOf } from './page-blocks'
import { startPgBouncer } from './pgbouncer'

const [DOCUMENTED = ''] = blocksOf('operating.md', 'ini')

let testDatabase: TestDatabase

beforeAll(async () => {
  testDatabase = await createTestDatabase()
})
afterAll(() => testDatabase.drop())

async function behind<T>(settings: string, run: (url: string) => Promise<T>) {
  const pooler = await startPgBouncer(testDatabase.url, settings)
  try {
    return await run(pooler.url)
  } finally {
    await pooler.stop()
  }
}

it('PgBouncer in session mode: is proved fit, statements are bounded, a send’s lock holds', async () => {
  await behind(DOCUMENTED, async (url) => {
    await proveDatabase(url)
    const [database, other] = [new Database(url), new Database(url)]
    const attemptId = randomUUID()
    const lock = await holdSenderLock(database, attemptId)
    await expect(holdSenderLock(other, attemptId)).rejects.toThrow('the lock of a send is taken')
    await lock.release()
    const again = await holdSenderLock(other, attemptId)
    await again.release()
    await Promise.all([database.close(), other.close()])
  })
})

it('PgBouncer in session mode: one that was not told of statement_timeout is named', async () => {
  await behind(DOCUMENTED.replace(/^ignore_startup_parameters.*$/m, ''), async (url) => {
    await expect(proveDatabase(url)).rejects.toThrow(/ignore_startup_parameters of PgBouncer/)
  })
})

it('PgBouncer in transaction mode: is refused in a sentence, however often it is tried', async () => {
  await behind(
    DOCUMENTED.replace('pool_mode = session', 'pool_mode = transaction'),
    async (url) => {
      for (let round = 0; round < 10; round += 1) {
        await expect(proveDatabase(url)).rejects.toThrow(/share connections/)
      }
    },
  )
})
