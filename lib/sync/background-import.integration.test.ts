import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import {
  claimImport,
  findLatestImport,
  finishBackgroundImport,
  updateBackgroundImport,
} from '@/db/queries/sync/background-imports'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { startImport, takeUpImport } from './background-import'

let merchant: TestMerchant

beforeAll(async () => {
  merchant = await startTestMerchant()
})
afterAll(() => merchant.stop())
beforeEach(() => merchant.owner.run((db) => db.execute(sql`delete from imports`)))

const latest = () => findLatestImport(merchant.database, 'all', merchant.connection.id)

async function start(scope: 'all' | string[] = 'all', connectionId = merchant.connection.id) {
  return startImport({ database: merchant.database, actor: { scope } }, { connectionId })
}

async function endLease(): Promise<void> {
  await merchant.owner.run((db) => db.execute(sql`update imports set lease_until = now()`))
}

it('background import: reads the whole list and says how far it came', async () => {
  await merchant.sandbox.control.createTransaction({})
  await merchant.sandbox.control.createTransaction({})
  expect(await start()).toMatchObject({ ok: true, value: { state: 'waiting', read: 0 } })
  await (
    await takeUpImport(merchant.database)
  )?.end
  expect(await latest()).toMatchObject({ state: 'finished', pages: 1, read: 2, written: 2 })
  expect(await takeUpImport(merchant.database)).toBeNull()
})

it('background import: is one at a time for a connection, whoever asks', async () => {
  const results = await Promise.all([start(), start(), start()])
  const codes = results.map((result) => (result.ok ? 'begun' : result.error.code))
  expect(codes.toSorted()).toEqual(['begun', 'import_running', 'import_running'])
  const taken = await Promise.all([
    takeUpImport(merchant.database),
    takeUpImport(merchant.database),
  ])
  expect(taken.filter((one) => one !== null)).toHaveLength(1)
  for (const one of taken) await one?.end
  expect(await start()).toMatchObject({ ok: true })
})

it('background import: goes on from the page that a dead process reached', async () => {
  await start()
  const dead = await claimImport(merchant.database, 60_000)
  if (dead === null) throw new Error('nothing was claimed')
  const counts = { pages: 3, read: 300, written: 200, malformed: 0, problems: [] }
  const reached = {
    since: null,
    startedAt: new Date().toISOString(),
    cursor: 'no-such-page',
    newest: null,
  }
  await updateBackgroundImport(merchant.database, dead, counts, reached)
  expect(await takeUpImport(merchant.database)).toBeNull()
  await endLease()
  const heir = await claimImport(merchant.database, 60_000)
  expect(heir).toMatchObject({ id: dead.id, tries: 2, reached, read: 300, written: 200 })
  // What the first one still writes counts no more.
  await updateBackgroundImport(merchant.database, dead, { ...counts, read: 1 }, null)
  await finishBackgroundImport(merchant.database, dead, null)
  expect(await latest()).toMatchObject({ state: 'running', read: 300 })
})

it('background import: one that takes its process down each time is given up', async () => {
  await start()
  await merchant.owner.run((db) => db.execute(sql`update imports set tries = 10`))
  await (
    await takeUpImport(merchant.database)
  )?.end
  expect(await latest()).toMatchObject({ state: 'interrupted', failure: null })
})

it('background import: a list that cannot be read ends it with the provider’s words', async () => {
  await merchant.sandbox.control.addFault({
    match: { operation: 'list' },
    action: { type: 'status', status: 503, body: { error: { message: 'down' } } },
  })
  await start()
  await (
    await takeUpImport(merchant.database)
  )?.end
  expect(await latest()).toMatchObject({ state: 'failed', failure: expect.any(String) as string })
})

it('background import: is for who sees the connection', async () => {
  const other = '01990000-0000-7000-8000-00000000dead'
  for (const refused of [await start([other]), await start('all', other)]) {
    expect(refused).toMatchObject({ ok: false, error: { code: 'not_found' } })
  }
  expect(await latest()).toBeNull()
  await start([merchant.connection.id])
  const { database, connection } = merchant
  expect(await findLatestImport(database, [connection.id], connection.id)).not.toBeNull()
  expect(await findLatestImport(database, [other], connection.id)).toBeNull()
})

it('background import: begins nothing of a disabled connection, nor of one that waits for it', async () => {
  const disable = (at: 'now()' | 'null') =>
    merchant.owner.run((db) => db.execute(sql.raw(`update connections set disabled_at = ${at}`)))
  await start()
  await disable('now()')
  try {
    await (
      await takeUpImport(merchant.database)
    )?.end
    expect(await latest()).toMatchObject({
      state: 'failed',
      failure: 'connection_disabled',
      read: 0,
    })
    expect(await start()).toMatchObject({ error: { code: 'connection_disabled' } })
  } finally {
    await disable('null')
  }
})
