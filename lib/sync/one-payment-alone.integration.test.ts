import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { LIMITS } from '@/lib/config/limits'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { importReferences } from './import-references'
import { importTransactions } from './import-transactions'
import { pollListOnce } from './poll-list'
import { readDeliveriesOnce } from './read-deliveries'
import { rereadPaymentsOnce } from './reread-payments'

/** One payment must never stop, hide or repeat another, however it reaches us. */

let merchant: TestMerchant

beforeAll(async () => {
  merchant = await startTestMerchant()
  await run(sql`delete from connections where provider <> 'dintero'`)
})
afterAll(() => merchant.stop())
beforeEach(async () => {
  await refuseWrites(false)
  await merchant.sandbox.control.reset()
  await run(sql`delete from unread_payments`)
  await run(sql`delete from transactions`)
  await run(
    sql`update connections set poll_due_at = now(), polled_until = null, sync_cursor = null`,
  )
})

function run(statement: SQL): Promise<readonly Record<string, unknown>[]> {
  return merchant.owner.run((db) => db.execute(statement))
}

/** Has the database refuse each payment whose order reference is an SQLSTATE, by that. */
async function refuseWrites(isOn: boolean): Promise<void> {
  await run(sql`drop trigger if exists refuse_payment on transactions`)
  if (!isOn) return
  await run(
    sql.raw(`create or replace function refuse_payment() returns trigger language plpgsql as $$
      begin
        if new.order_reference ~ '^SQLSTATE-' then
          raise exception 'Key (name)=(Kari Nordmann) refused'
            using errcode = substr(new.order_reference, 10);
        end if;
        return new;
      end $$`),
  )
  await run(
    sql.raw(`create trigger refuse_payment before insert or update on transactions
      for each row execute function refuse_payment()`),
  )
}

const make = (reference: string) => merchant.sandbox.control.createTransaction({ reference })
const importList = () =>
  importTransactions(merchant.database, merchant.connection, { onProgress: () => undefined })

async function count(table: string): Promise<unknown> {
  const [row] = await run(sql`select count(*)::int as count from ${sql.raw(table)}`)
  return row?.['count']
}

const unread = () =>
  run(sql`select provider_transaction_id as id, reason, detail, tries from unread_payments
    order by detail, id`)

/** SQLSTATEs that one payment can cause by its data, its size, or at a bad moment. */
const REFUSALS = ['21000', '22003', '22P05', '23514', '40P01', '54000', '57014', 'XX000']

describe('import: one unreadable payment does not stop the others (A1)', () => {
  it('160 of 161 are kept where the first has two events of one id, and the cursor goes on', async () => {
    await merchant.sandbox.control.createTransactions({ count: 160, reference: 'FINE' })
    const odd = await make('TWICE')
    const [event] = odd.events
    const [first] = [{ ...odd, events: [event, event] }]
    const page = await firstPage(odd.id)
    await merchant.sandbox.control.addFault({
      match: { operation: 'list' },
      action: { type: 'status', status: 200, body: [first, ...page] },
    })
    expect(await importList()).toMatchObject({
      ok: true,
      value: { read: 161, written: 160, malformed: 1 },
    })
    expect(await count('transactions')).toBe(160)
    expect(await unread()).toEqual([
      { id: odd.id, reason: 'malformed', detail: 'two events have the same id', tries: 1 },
    ])
    expect(
      (await run(sql`select sync_cursor, polled_until is not null as done from connections`))[0],
    ).toEqual({ sync_cursor: null, done: true })
  })

  /** The first page of the list but for its first payment, as the ledger has it. */
  async function firstPage(firstId: string) {
    const totals = await merchant.sandbox.control.totals()
    const ids = totals.map(({ id }) => id).filter((id) => id !== firstId)
    const rest = ids.toReversed().slice(0, LIMITS.page.providerList - 1)
    return Promise.all(rest.map((id) => merchant.sandbox.control.transaction(id)))
  }

  it('whatever the database says of one, import and poll keep the others', async () => {
    for (const state of REFUSALS) await make(`SQLSTATE-${state}`)
    await make('FINE-1')
    await refuseWrites(true)
    expect(await importList()).toMatchObject({
      ok: true,
      value: { read: 9, written: 1, malformed: 8 },
    })
    await make('FINE-2')
    await run(sql`update connections set poll_due_at = now(), polled_until = null`)
    expect(await pollListOnce(merchant.database)).toBe(1)
    expect(await count('transactions')).toBe(2)
    const noted = await unread()
    expect(noted).toHaveLength(REFUSALS.length)
    for (const state of REFUSALS) {
      expect(noted).toContainEqual(
        expect.objectContaining({ detail: expect.stringContaining(`(${state})`), tries: 2 }),
      )
    }
    expect(JSON.stringify(noted)).not.toContain('Kari')
    expect((await run(sql`select polled_until is not null as done from connections`))[0]).toEqual({
      done: true,
    })
  })

  it.each(['53100', '42501', '57P01', '25006'])(
    'an error of the whole database, %s, still ends the run and blames no payment',
    async (state) => {
      await make(`SQLSTATE-${state}`)
      await refuseWrites(true)
      await expect(importList()).rejects.toMatchObject({ code: state })
      expect(await unread()).toEqual([])
    },
  )
})

describe('one unreadable payment among others that are read by themselves (A1)', () => {
  it('by reference: is reported, and the references after it are read', async () => {
    const odd = await make('SQLSTATE-21000')
    const fine = await make('FINE-1')
    await refuseWrites(true)
    const imported = await importReferences(merchant.database, merchant.connection, [
      odd.id,
      fine.id,
    ])
    expect(imported).toMatchObject({ ok: true, value: { written: 1, malformed: 1 } })
    expect(await unread()).toMatchObject([{ id: odd.id, reason: 'not_kept' }])
  })

  it('by schedule: is noted, the others are read, and it leaves the list when it reads', async () => {
    const odd = await make('SQLSTATE-54000')
    const fine = await make('FINE-1')
    await importList()
    await run(sql`update scheduled_reads set due_at = now()`)
    await run(sql`update transactions set read_at = '2020-01-01'`)
    await refuseWrites(true)
    expect(await rereadPaymentsOnce(merchant.database)).toBe(2)
    expect(await unread()).toMatchObject([{ id: odd.id, reason: 'not_kept' }])
    const read = await run(sql`select provider_transaction_id as id from transactions
      where read_at > '2020-01-01'`)
    expect(read).toEqual([{ id: fine.id }])
    await refuseWrites(false)
    await run(sql`update unread_payments set due_at = now()`)
    expect(await rereadPaymentsOnce(merchant.database)).toBe(1)
    expect(await unread()).toEqual([])
  })

  it('by webhook: is noted and tried again, and the other delivery is done', async () => {
    const odd = await make('SQLSTATE-21000')
    const fine = await make('FINE-1')
    await refuseWrites(true)
    for (const { id } of [odd, fine]) {
      await run(sql`insert into webhook_deliveries
        (id, connection_id, delivery_id, provider_transaction_id, digest)
        values (gen_random_uuid(), ${merchant.connection.id}, ${id}, ${id}, '')`)
    }
    expect(await readDeliveriesOnce(merchant.database)).toBe(2)
    const done = await run(sql`select delivery_id as id, result from webhook_deliveries
      where processed_at is not null`)
    expect(done).toEqual([{ id: fine.id, result: 'read' }])
    expect(await unread()).toMatchObject([{ id: odd.id, reason: 'not_kept' }])
  })
})
