import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { getClient } from '@/lib/connections/connection-client'
import type { ListResult } from '@/lib/providers/port'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { syncList, type SyncRun } from './sync-list'

const BEGUN: SyncRun = {
  since: null,
  startedAt: '2026-03-02T09:00:00.000Z',
  cursor: null,
  newest: null,
}

/** A cursor of a provider that has got stuck on its first page. */
const AGAIN = 'again'

const LIMITED: ListResult = { ok: false, problem: 'unavailable', message: 'no', waitMs: 9_000 }

let merchant: TestMerchant

beforeAll(async () => {
  merchant = await startTestMerchant()
  await merchant.sandbox.control.createTransactions({ count: 230, reference: 'SYNC' })
})
afterAll(() => merchant.stop())
beforeEach(() => merchant.sandbox.control.clearFaults())

/** The provider's own list, whose answers a test may change. */
function readList(change: (page: ListResult) => ListResult = (page) => page) {
  const cursors: (string | null)[] = []
  const { listTransactions, features } = getClient(merchant.database, merchant.connection)
  if (listTransactions === null) throw new Error('the provider has no list')
  const list = async (cursor: string | null, since: Date | null) => {
    cursors.push(cursor)
    return change(await listTransactions(cursor === AGAIN ? null : cursor, since))
  }
  const run = (pages: number, begun = BEGUN) => {
    const connectionId = merchant.connection.id
    return syncList(
      merchant.database,
      { connectionId, features, list, pages, onPage: () => undefined },
      begun,
    )
  }
  return { cursors, run }
}

async function count(): Promise<unknown> {
  const rows = await merchant.database.run((db) =>
    db.execute<{ count: number }>(sql`select count(*)::int as count from transactions`),
  )
  return rows[0]?.count
}

describe('a sync run', () => {
  it('stops after so many pages, and goes on where it stopped', async () => {
    const { run, cursors } = readList()
    const first = await run(2)
    expect(first).toMatchObject({ end: 'pages', run: { startedAt: BEGUN.startedAt } })
    expect(await count()).toBe(200)
    const last = await run(2, first.run)
    expect(last.end).toBe('list')
    expect(await count()).toBe(230)
    expect(new Set(cursors).size).toBe(3)
    expect(last.run.newest).not.toBeNull()
  })

  it('ends where the provider gives the same cursor again', async () => {
    const { run, cursors } = readList((page) => (page.ok ? { ...page, next: AGAIN } : page))
    const stuck = await run(50)
    expect(cursors).toEqual([null, AGAIN])
    expect(stuck.end).toBe('list')
  })

  it('that cannot read a page says why, and where it stood', async () => {
    const { run } = readList()
    const first = await run(1)
    await merchant.sandbox.control.addFault({
      match: { operation: 'list' },
      action: { type: 'status', status: 503, body: { error: { message: 'down' } } },
    })
    expect(await run(1, first.run)).toEqual({
      end: 'unread',
      run: first.run,
      read: { ok: false, problem: 'unavailable', message: 'down' },
    })
  })

  it('that meets a limit waits where it stands, with what was read until then', async () => {
    const { run } = readList((page) => (page.ok ? { ...page, next: 'rest', waitMs: 7_000 } : page))
    const part = await run(50)
    expect(part).toMatchObject({ end: 'limit', run: { cursor: 'rest' }, waitMs: 7_000 })
    expect(part.run.newest).not.toBeNull()
    const { run: limited } = readList(() => LIMITED)
    expect(await limited(50, part.run)).toEqual({ end: 'limit', run: part.run, waitMs: 9_000 })
  })
})
