import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/testing/test-database'
import { grantApplicationRole } from './application-role'
import { refuseOlderDatabase } from './migrate'

let testDatabase: TestDatabase
let owner: postgres.Sql
let application: postgres.Sql

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  owner = postgres(testDatabase.ownerUrl, { max: 1, onnotice: () => undefined })
  application = postgres(testDatabase.url, { max: 1 })
})
afterAll(async () => {
  await Promise.all([application.end(), owner.end()])
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
    const { url, ownerUrl } = testDatabase
    await refuseOlderDatabase(url)
    await owner.unsafe(`revoke usage on schema drizzle from ${new URL(url).username}`)
    await expect(refuseOlderDatabase(url)).rejects.toThrow('npm run migrate')
    await grantApplicationRole(ownerUrl, url)
    await refuseOlderDatabase(url)
  })

  it('gets the rights to a new table with the next migration, and loses what it must not have', async () => {
    const role = new URL(testDatabase.url).username
    await owner.unsafe(`create table newer (id int); grant delete on operations to ${role}`)
    await expect(application`select * from newer`).rejects.toThrow('permission denied')
    await grantApplicationRole(testDatabase.ownerUrl, testDatabase.url)
    await expect(application`select * from newer`).resolves.toEqual([])
    await expect(application`delete from operations`).rejects.toThrow('permission denied')
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
    "update kept_rests set actor_name = 'x'",
    'delete from kept_rests',
    "update payment_tags set tag = 'x'",
    'update extension_rules set max_times = 50',
    'delete from extension_rules',
    'update rule_runs set rule_id = null',
    'delete from rule_runs',
    "update notices set kind = 'x'",
    'delete from connection_accounts',
    "update connection_accounts set account = 'x'",
  ])('may not %s', async (statement) => {
    await expect(application.unsafe(statement)).rejects.toThrow(/permission denied|must be owner/)
  })
})

describe('giving the application’s role its rights', () => {
  const roles: string[] = []
  const freshRole = () => {
    const name = `made ${randomUUID()}`
    roles.push(name)
    return name
  }
  const urlOf = (name: string, password = 'it’s "secret"') => {
    const url = new URL(testDatabase.ownerUrl)
    url.username = encodeURIComponent(name)
    url.password = encodeURIComponent(password)
    return url.href
  }
  afterAll(async () => {
    for (const name of roles) {
      await owner`drop owned by ${owner(name)}`.catch(() => undefined)
      await owner`drop role if exists ${owner(name)}`
    }
  })

  it('makes a role that is missing, by the name and password of its address', async () => {
    const url = urlOf(freshRole())
    await grantApplicationRole(testDatabase.ownerUrl, url)
    const made = postgres(url, { max: 1 })
    try {
      await expect(made`select count(*)::int as people from users`).resolves.toEqual([
        { people: 0 },
      ])
      await expect(made`delete from operations`).rejects.toThrow('permission denied')
    } finally {
      await made.end()
    }
  })

  it('does nothing when the application comes as the owner', async () => {
    await grantApplicationRole(testDatabase.ownerUrl, testDatabase.ownerUrl)
  })

  it('refuses a superuser, whom no right binds', async () => {
    const name = freshRole()
    await owner.unsafe(`create role "${name}" superuser login password 'a'`)
    await expect(grantApplicationRole(testDatabase.ownerUrl, urlOf(name))).rejects.toThrow(
      'is a superuser',
    )
  })

  it('says what to do when it may not make the role, or has no name or password for it', async () => {
    const name = freshRole()
    await owner.unsafe(`create role "${name}" login password 'a'`)
    const lowly = urlOf(name, 'a')
    await expect(grantApplicationRole(lowly, urlOf('missing'))).rejects.toThrow(
      'CREATE ROLE "missing" LOGIN',
    )
    const { ownerUrl } = testDatabase
    await expect(grantApplicationRole(ownerUrl, urlOf('missing', ''))).rejects.toThrow(
      'no password for the user missing',
    )
    await expect(grantApplicationRole(ownerUrl, urlOf(''))).rejects.toThrow('names no user')
  })
})
