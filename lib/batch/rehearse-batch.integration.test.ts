import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listBatches } from '@/db/queries/batch/batch-views'
import type { Actor } from '@/lib/domain/access/actor'
import type { BatchRowView } from '@/lib/domain/batch/batch'
import {
  addOrders,
  rehearseOrders,
  rowsOf,
  startShown,
  SWEATERS_AND_MUG,
  valueOf,
  viewOf,
  workOff,
} from '@/testing/batches'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { changeRow } from './change-row'
import { discardRehearsal } from './change-batch-state'
import { rehearseFile } from './rehearse-file'
import { rehearseSelection } from './rehearse-batch'

let merchant: TestMerchant
let anna: Actor

beforeAll(async () => {
  merchant = await startTestMerchant()
  anna = await merchant.actor('admin')
})
afterAll(() => merchant.stop())

/** A payment of two sweaters and a mug, imported. */
async function addOrder(reference = `R-${randomUUID().slice(0, 8)}`): Promise<string> {
  await merchant.sandbox.control.createTransaction({ reference, items: SWEATERS_AND_MUG })
  await merchant.importAll()
  return reference
}

async function rowsOfFile(text: string, actor = anna): Promise<readonly BatchRowView[]> {
  const batchId = randomUUID()
  const context = contextOf(merchant.database, actor)
  const bytes = Buffer.from(text)
  const file = { batchId, kind: 'capture', reason: null, name: 'day.csv', columns: null } as const
  valueOf(await rehearseFile(context, { ...file, bytes }))
  return rowsOf(merchant.database, actor, batchId)
}

async function capture(orders: readonly string[]): Promise<void> {
  const view = await rehearseOrders(merchant.database, anna, orders)
  valueOf(await startShown(merchant.database, anna, view))
  await workOff(merchant.database)
}

describe('batch rehearsal', () => {
  it('has a verdict for each row, sums by currency and provider, and starts nothing', async () => {
    const [first = '', second = '', done = '', gone = ''] = await addOrders(merchant, 4)
    await capture([done])
    const released = await rehearseOrders(merchant.database, anna, [gone], 'void')
    valueOf(await startShown(merchant.database, anna, released))
    await workOff(merchant.database)

    const orders = [first, done, second, gone, 'NOWHERE-1', first.toLowerCase()]
    const view = await rehearseOrders(merchant.database, anna, orders)
    expect(view).toMatchObject({
      state: 'rehearsed',
      source: 'pasted',
      rows: 6,
      verdicts: {
        will_do: 2,
        already_done: 1,
        not_allowed: 1,
        not_found: 1,
        twice: 1,
        needs_eye: 0,
      },
      states: { waiting: 2, excluded: 4 },
      planned: [{ currency: 'NOK', provider: 'dintero', rows: 2, amountMinor: 20_000 }],
    })
    const rows = await rowsOf(merchant.database, anna, view.id)
    expect(rows.map(({ order, verdict, findings }) => [order, verdict, findings])).toEqual([
      [first, 'will_do', []],
      [done, 'already_done', [{ code: 'nothing_left' }]],
      [second, 'will_do', []],
      [
        gone,
        'not_allowed',
        [{ code: 'refused', failure: { code: 'not_allowed', values: { denialReason: 'voided' } } }],
      ],
      ['NOWHERE-1', 'not_found', []],
      [first.toLowerCase(), 'twice', [{ code: 'same_as_line', line: 1 }]],
    ])
    await workOff(merchant.database)
    expect((await viewOf(merchant.database, anna, view.id)).states.waiting).toBe(2)
  })

  it('finds a payment by our id, by the provider’s, and all those of a view', async () => {
    const order = await addOrder()
    const named = await rehearseOrders(merchant.database, anna, [order])
    const [row] = await rowsOf(merchant.database, anna, named.id)
    const { providerTransactionId } = await merchant.reload({ id: row?.transactionId ?? '' })
    const again = await rehearseOrders(merchant.database, anna, [providerTransactionId])
    expect((await rowsOf(merchant.database, anna, again.id))[0]?.transactionId).toBe(
      row?.transactionId,
    )

    const batchId = randomUUID()
    const context = { ...contextOf(merchant.database, anna), timeZone: 'Europe/Oslo' }
    const selection = { by: 'view', query: `view=all&q=${order}` } as const
    const input = { batchId, kind: 'capture', selection, reason: null } as const
    valueOf(await rehearseSelection(context, input))
    expect((await rowsOf(merchant.database, anna, batchId)).map((one) => one.order)).toEqual([
      order,
    ])
    expect(valueOf(await rehearseSelection(context, input))).toEqual({ batchId })
  })
})

describe('batch rehearsal: what is refused, and what needs a person', () => {
  it('refuses a view that is not wholly understood, and a batch without a row', async () => {
    const context = { ...contextOf(merchant.database, anna), timeZone: 'Europe/Oslo' }
    const rehearse = (query: string) => {
      const selection = { by: 'view', query } as const
      return rehearseSelection(context, {
        batchId: randomUUID(),
        kind: 'capture',
        selection,
        reason: null,
      })
    }
    expect(await rehearse('view=all&colour=red')).toMatchObject({
      error: { code: 'invalid_input' },
    })
    expect(await rehearse('view=all&q=NOTHING-SUCH')).toMatchObject({
      error: { code: 'batch_empty' },
    })
  })
  it('needs a person where an order has several payments that could be meant', async () => {
    const order = await addOrder()
    await addOrder(order)
    const [row] = await rowsOfFile(`Order\n${order}`)
    expect(row).toMatchObject({
      verdict: 'needs_eye',
      isIncluded: false,
      transactionId: null,
      findings: [{ code: 'several_payments', count: 2 }],
    })
  })

  it('takes amounts down to what is left only with a person’s consent', async () => {
    const order = await addOrder()
    const [part, whole, more, odd] = await Promise.all(
      ['49,50', '250', '300,00', 'much'].map((amount) =>
        rowsOfFile(`Order;Amount\n${order};${amount}`),
      ),
    )
    expect(part?.[0]).toMatchObject({ verdict: 'will_do', amountMinor: 4_950 })
    expect(whole?.[0]).toMatchObject({ verdict: 'will_do', amountMinor: 25_000 })
    expect(more?.[0]).toMatchObject({
      verdict: 'needs_eye',
      amountMinor: 25_000,
      isIncluded: false,
      findings: [{ code: 'less_left', leftMinor: 25_000, currency: 'NOK' }],
    })
    const unreadable = { code: 'unreadable', column: 'Amount', text: 'much' }
    expect(odd?.[0]).toMatchObject({ verdict: 'needs_eye', findings: [unreadable] })
  })

  it('adds up the lines of one order by article or line, and names an unknown article', async () => {
    const [order, other] = [await addOrder(), await addOrder()]
    const text = `Order;SKU;Line;Qty\n${order};SWE-1;;1\n${order};;b;1\n${other};NO-SUCH;;1\n`
    const rows = await rowsOfFile(text)
    expect(rows).toMatchObject([
      {
        verdict: 'will_do',
        fileLines: [2, 3],
        isByLines: true,
        amountMinor: 15_000,
        lines: [
          { description: 'Sweater', quantityMicros: 1_000_000 },
          { description: 'Mug', quantityMicros: 1_000_000 },
        ],
      },
      { verdict: 'needs_eye', findings: [{ code: 'unknown_sku', sku: 'NO-SUCH' }] },
    ])
    const [tooMany] = await rowsOfFile(`Order;SKU;Qty\n${order};SWE-1;3`)
    expect(tooMany).toMatchObject({
      verdict: 'not_allowed',
      findings: [{ code: 'refused', failure: { code: 'quantity_exceeds_left' } }],
    })
    const [differs] = await rowsOfFile(`Order;SKU;Qty;Amount\n${order};SWE-1;1;99,00`)
    expect(differs).toMatchObject({
      verdict: 'needs_eye',
      findings: [{ code: 'refused', failure: { code: 'lines_differ_from_amount' } }],
    })
  })
})

describe('batch rehearsal: files, scope and rights', () => {
  it('asks which column is which where the head does not say', async () => {
    const context = contextOf(merchant.database, anna)
    const file = { batchId: randomUUID(), kind: 'capture', reason: null, name: 'day.csv' } as const
    const bytes = Buffer.from('Kunde;Nummer\nAnna;R-1\n')
    expect(valueOf(await rehearseFile(context, { ...file, columns: null, bytes }))).toEqual({
      found: 'columns',
      head: ['Kunde', 'Nummer'],
      sample: [['Anna', 'R-1']],
      recognised: {},
    })
    const { batchId } = file
    expect(valueOf(await rehearseFile(context, { ...file, columns: 'order:1', bytes }))).toEqual({
      found: 'batch',
      batchId,
    })
    const [row] = await rowsOf(merchant.database, anna, batchId)
    expect(row).toMatchObject({ order: 'R-1', verdict: 'not_found', fileLines: [2] })
  })

  it('finds nothing of another connection, and shows its rows to no one who does not see it', async () => {
    const order = await addOrder()
    const foreign: Actor = { ...anna, scope: [randomUUID()] }
    expect(await rowsOfFile(`Order\n${order}`, foreign)).toMatchObject([{ verdict: 'not_found' }])
    const view = await rehearseOrders(merchant.database, anna, [order])
    const other: Actor = { ...foreign, userId: randomUUID() }
    expect(await rowsOf(merchant.database, other, view.id)).toEqual([])
    expect(await viewOf(merchant.database, other, view.id)).toMatchObject({ rows: 1, planned: [] })
  })

  it('is refused for a role that may not do it, and for a refund without a reason', async () => {
    const staff = await merchant.actor('staff')
    const rehearse = (actor: Actor, reason: string | null) =>
      rehearseSelection(
        { ...contextOf(merchant.database, actor), timeZone: 'UTC' },
        { batchId: randomUUID(), kind: 'refund', selection: { by: 'orders', text: 'A' }, reason },
      )
    expect(await rehearse(staff, 'other: x')).toMatchObject({ error: { code: 'not_permitted' } })
    expect(await rehearse(anna, null)).toMatchObject({ error: { code: 'invalid_input' } })
  })

  it('is listed, the newest first, until it is given up', async () => {
    const { id } = await rehearseOrders(merchant.database, anna, ['NOWHERE-2'])
    const listed = async () =>
      (await listBatches(merchant.database, anna, null)).batches.map((batch) => batch.id)
    expect((await listed())[0]).toBe(id)
    const discarded = await discardRehearsal(contextOf(merchant.database, anna), { batchId: id })
    expect(valueOf(discarded).state).toBe('discarded')
    expect(await listed()).not.toContain(id)
  })
})

describe('batch rehearsal: a changed row', () => {
  const change = (batchId: string, number: number, act: object, actor = anna) =>
    changeRow(contextOf(merchant.database, actor), {
      batchId,
      number,
      change: act as { readonly act: 'exclude' },
    })

  it('is excluded, included, and rehearsed anew with another amount or order', async () => {
    const [order, other] = [await addOrder(), await addOrder()]
    const { id } = await rehearseOrders(merchant.database, anna, [order, 'NOWHERE-3'])
    expect(valueOf(await change(id, 1, { act: 'exclude' })).planned).toEqual([])
    expect(valueOf(await change(id, 1, { act: 'include' })).states.waiting).toBe(1)
    const edited = valueOf(await change(id, 1, { act: 'amount', amountMinor: 4_000 }))
    expect(edited.planned).toMatchObject([{ amountMinor: 4_000 }])
    expect(await change(id, 2, { act: 'include' })).toMatchObject({
      error: { code: 'row_not_startable' },
    })
    expect(valueOf(await change(id, 2, { act: 'order', order: other })).states.waiting).toBe(2)
    const same = valueOf(await change(id, 2, { act: 'order', order }))
    expect(same.verdicts).toMatchObject({ twice: 1, will_do: 1 })
  })

  it('is changed only by who rehearsed it, and not after the start', async () => {
    const order = await addOrder()
    const view = await rehearseOrders(merchant.database, anna, [order])
    const staff = await merchant.actor('staff')
    const moved = { error: { code: 'batch_moved_on' } }
    expect(await change(view.id, 1, { act: 'exclude' }, staff)).toMatchObject(moved)
    valueOf(await startShown(merchant.database, anna, view))
    expect(await change(view.id, 1, { act: 'exclude' })).toMatchObject(moved)
    await workOff(merchant.database)
  })

  it('keeps its operation id, and no one can give it another one', async () => {
    const { id } = await rehearseOrders(merchant.database, anna, [await addOrder()])
    const tamper = merchant.database.run((db) =>
      db.execute(
        sql`update batch_rows set operation_id = gen_random_uuid() where batch_id = ${id}`,
      ),
    )
    await expect(tamper).rejects.toThrow(/permission denied/)
  })
})
