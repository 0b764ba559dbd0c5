import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { refuseOlderDatabase } from './migrate'

let testDatabase: TestDatabase
let owner: postgres.Sql
let application: postgres.Sql
let applicationUrl: string
const role = `app_${randomUUID().replaceAll('-', '')}`

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  owner = postgres(testDatabase.url, { max: 1 })
  await owner.unsafe(`create role ${role} login password 'app'`)
  const grants = readFileSync(new URL('app-role.sql', import.meta.url), 'utf8')
  await owner.unsafe(grants.replaceAll('paydesk_app', role))
  const url = new URL(testDatabase.url)
  url.username = role
  url.password = 'app'
  applicationUrl = url.href
  application = postgres(applicationUrl, { max: 1 })
})
afterAll(async () => {
  await application.end()
  await owner.unsafe(`drop owned by ${role}; drop role ${role}`)
  await owner.end()
  await testDatabase.drop()
})

describe('the application’s role', () => {
  it('may append to the audit trail, which numbers and chains the entry', async () => {
    const [entry] = await application`
      insert into audit_entries (stream_id, action, actor_name, actor_role, detail)
      values (${randomUUID()}, 'test', 'Anna', 'staff', '{}')
      returning sequence, hash`
    expect(entry).toMatchObject({ sequence: '1', hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  it('lets the start tell whether an older version made the database', async () => {
    await refuseOlderDatabase(applicationUrl)
    await owner.unsafe(`revoke usage on schema drizzle from ${role}`)
    await expect(refuseOlderDatabase(applicationUrl)).rejects.toThrow('db/app-role.sql')
  })

  it.each([
    'update audit_entries set reason = null',
    'delete from audit_entries',
    'truncate audit_entries',
    'alter table audit_entries disable trigger all',
    'update audit_heads set hash = null',
    'delete from operations',
    'delete from webhook_deliveries',
    'update webhook_deliveries set provider_transaction_id = null',
    "update notes set text = 'x'",
    'delete from notes',
    'delete from connection_accounts',
    "update connection_accounts set account = 'x'",
  ])('may not %s', async (statement) => {
    await expect(application.unsafe(statement)).rejects.toThrow(/permission denied|must be owner/)
  })
})
