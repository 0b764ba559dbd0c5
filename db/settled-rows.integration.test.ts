import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isOpen, OPERATION_STATES } from '@/lib/domain/operation/outcome'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { addAttempt, addOperation } from '@/testing/operation-row'

/** What neither the application's role nor the owner can make of rows that are settled (decision 0036). */

let payments: ListedPayments
let owner: postgres.Sql
let application: postgres.Sql

beforeAll(async () => {
  payments = await startListedPayments()
  owner = postgres(payments.ownerUrl, { max: 1, onnotice: () => undefined })
  application = postgres(payments.databaseUrl, { max: 2, onnotice: () => undefined })
})
afterAll(async () => {
  await Promise.all([owner.end(), application.end()])
  await payments.stop()
})

const SETTLED = OPERATION_STATES.filter((state) => !isOpen(state))

/** Columns of a table, but for those of its key. */
async function columnsOf(table: string): Promise<readonly string[]> {
  const rows = await owner<{ name: string }[]>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`
  return rows.map(({ name }) => name)
}

/** Columns that the application's role may write in a row that is there. */
async function writableOf(table: string): Promise<readonly string[]> {
  const rows = await application<{ name: string }[]>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped
      and has_column_privilege(${table}::regclass, attnum, 'UPDATE')`
  return rows.map(({ name }) => name).toSorted()
}

describe('a settled operation', () => {
  it.each(SETTLED)('that is %s: not one column changes, and it does not go', async (state) => {
    const id = await addOperation(payments.database, await payments.add({}), { state })
    const before = await owner`select * from operations where id = ${id}`
    for (const column of await columnsOf('operations')) {
      const change = `update operations set ${column} = ${column} where id = '${id}'`
      await expect(owner.unsafe(change)).rejects.toThrow('what is settled stays: UPDATE')
      await expect(application.unsafe(change)).rejects.toThrow(
        /what is settled stays|permission denied/,
      )
    }
    await expect(owner`delete from operations where id = ${id}`).rejects.toThrow('settled stays')
    await expect(
      application`update operations set state = 'unknown', settled_at = null where id = ${id}`,
    ).rejects.toThrow('what is settled stays')
    expect(await owner`select * from operations where id = ${id}`).toEqual(before)
  })

  it('is not opened by what changes all rows', async () => {
    await expect(application`update operations set next_check_at = now()`).rejects.toThrow(
      'what is settled stays',
    )
  })
})

describe('an open operation', () => {
  it('keeps the intent: the application’s role writes its way and nothing else', async () => {
    expect(await writableOf('operations')).toEqual([
      'absent_reads',
      'checks',
      'last_check_found',
      'last_checked_at',
      'leased_until',
      'message',
      'next_check_at',
      'provider_reference',
      'refusal_code',
      'retry',
      'sent_at',
      'settled_at',
      'state',
    ])
    expect(await writableOf('attempts')).toEqual(['finished_at', 'http_exchange', 'outcome'])
    expect(await writableOf('review_decisions')).toEqual(['decided_at', 'reason', 'verdict'])
  })
})

describe('an attempt', () => {
  it('that ended stays as it is; one on its way ends once', async () => {
    const id = await addAttempt(
      payments.database,
      await addOperation(payments.database, await payments.add({})),
    )
    const end = () => application`
      update attempts set finished_at = now(), outcome = 'unknown' where id = ${id}`
    await end()
    await expect(end()).rejects.toThrow('what is settled stays: UPDATE on attempts')
    await expect(
      application`update attempts set http_exchange = '{}' where id = ${id}`,
    ).rejects.toThrow('what is settled stays')
    await expect(owner`delete from attempts where id = ${id}`).rejects.toThrow('settled stays')
  })
})

describe('a decision of a person', () => {
  let operationId: string
  const decide = (verdict: string) => application`
    insert into review_decisions (operation_id, actor_id, actor_name, verdict, reason)
    select ${operationId}, id, name, ${verdict}, 'why' from users limit 1
    on conflict (operation_id, actor_id) do update set verdict = excluded.verdict`

  beforeEach(async () => {
    const transactionId = await payments.add({})
    operationId = await addOperation(payments.database, transactionId, { state: 'needs_review' })
    await decide('refused')
  })

  const settle = () => application`
    update operations set state = 'succeeded', settled_at = now() where id = ${operationId}`

  it('may be another one while the operation is in review', async () => {
    await decide('succeeded')
  })

  it('stays once the operation is settled, and no other one comes', async () => {
    await settle()
    await expect(decide('succeeded')).rejects.toThrow('the operation is settled')
    await expect(
      application`update review_decisions set reason = 'x' where operation_id = ${operationId}`,
    ).rejects.toThrow('the operation is settled: UPDATE')
    await expect(
      owner`delete from review_decisions where operation_id = ${operationId}`,
    ).rejects.toThrow('the operation is settled: DELETE')
    await expect(
      owner`
        insert into review_decisions (operation_id, actor_id, actor_name, verdict, reason)
        select ${operationId}, id, name, 'refused', 'why' from users offset 1 limit 1`,
    ).rejects.toThrow('the operation is settled: INSERT')
  })
})

describe('the application’s role', () => {
  it.each([
    'alter table operations disable trigger all',
    'drop trigger operations_settled on operations',
    'create or replace function settled_refuse_change() returns trigger language plpgsql as $$ begin return null; end $$',
    'set session_replication_role = replica',
    'truncate operations cascade',
  ])('may not %s', async (statement) => {
    await expect(application.unsafe(statement)).rejects.toThrow(/permission denied|must be owner/)
  })
})
