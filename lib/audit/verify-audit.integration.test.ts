import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Database } from '@/db/client'
import { insertPerson } from '@/db/queries/access/insert-person'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { verifyAudit } from './verify-audit'

let made: TestDatabase
let database: Database
let owner: Database

beforeAll(async () => {
  made = await createTestDatabase()
  database = new Database(made.url)
  owner = new Database(made.ownerUrl, 1)
})

afterAll(async () => {
  await Promise.all([database.close(), owner.close()])
  await made.drop()
})

it('audit verification: names the person whose chain does not fit', async () => {
  const id = randomUUID()
  const anna = { id, email: 'anna@paydesk.example', name: 'Anna Lie', role: 'admin' as const }
  const request = { requestId: randomUUID(), reason: null, actor: null }
  await insertPerson(owner, { ...anna, passwordHash: 'none', scope: 'all' }, request)
  expect(await verifyAudit({ database, actor: { scope: 'all' } })).toMatchObject({
    ok: true,
    value: { firstBad: null },
  })

  for (const change of [
    sql`alter table audit_entries disable trigger user`,
    sql`update audit_entries set detail = '{"role": "viewer"}'`,
  ]) {
    await owner.run((db) => db.execute(change))
  }
  expect(await verifyAudit({ database, actor: { scope: 'all' } })).toMatchObject({
    ok: true,
    value: {
      firstBad: {
        chainId: id,
        sequence: 1,
        problem: 'content_changed',
        payment: null,
        personName: 'Anna Lie',
      },
    },
  })
})
