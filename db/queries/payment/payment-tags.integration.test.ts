import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findFilterChoices } from '@/db/queries/listing/filter-choices'
import { listTransactions } from '@/db/queries/payment/transactions'
import type { Actor } from '@/lib/domain/access/actor'
import { TAG_LIMITS } from '@/lib/domain/listing/tag'
import { tagPayment, untagPayment } from '@/lib/operations/tag-payment'
import { contextOf } from '@/testing/context-of'
import { findDemoActor } from '@/testing/demo-actor'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { findTagsOf, listTags } from './payment-tags'

let payments: ListedPayments
let anna: Actor
let elsewhere: Actor

beforeAll(async () => {
  payments = await startListedPayments()
  anna = await findDemoActor(payments.database, 'staff')
  elsewhere = { ...anna, scope: [payments.otherConnectionId] }
})
afterAll(() => payments.stop())

const tagged = (transactionId: string, tag: string, actor = anna) =>
  tagPayment(contextOf(payments.database, actor), { transactionId, tag })

const untagged = (transactionId: string, tag: string, actor = anna) =>
  untagPayment(contextOf(payments.database, actor), { transactionId, tag })

const tagsOf = async (id: string, scope: Actor['scope'] = 'all') =>
  (await listTags(payments.database, scope, id)).map(({ tag }) => tag)

const entriesOf = (transactionId: string) =>
  payments.database.run((db) =>
    db.execute(sql`
      select action, actor_name as "actorName", detail from audit_entries
      where stream_id = ${transactionId} order by sequence`),
  )

async function listed(filter: Partial<Parameters<typeof listTransactions>[1]>) {
  const { rows } = await listTransactions(payments.database, { scope: 'all', ...filter })
  return rows.map(({ id }) => id)
}

describe('tags of a payment', () => {
  beforeEach(() => payments.owner.run((db) => db.execute(sql`delete from payment_tags`)))

  it('are put on once and taken off once, each with an audit entry', async () => {
    const id = await payments.add({})
    for (const text of [' BackOrder', 'backorder']) {
      expect(await tagged(id, text)).toEqual({ ok: true, value: null })
    }
    expect(await tagsOf(id)).toEqual(['backorder'])
    for (let time = 0; time < 2; time += 1) {
      expect(await untagged(id, 'backorder')).toEqual({ ok: true, value: null })
    }
    expect(await tagsOf(id)).toEqual([])
    const of = { actorName: anna.name, detail: { tag: 'backorder' } }
    expect(await entriesOf(id)).toEqual([
      { action: 'tag.added', ...of },
      { action: 'tag.removed', ...of },
    ])
  })

  it('are refused where they are no tag, too many, or the payment is not the person’s', async () => {
    const id = await payments.add({})
    expect(await tagged(id, 'a,b')).toMatchObject({ error: { code: 'tag_malformed' } })
    expect(await tagged(id, 'mine', elsewhere)).toMatchObject({ error: { code: 'not_found' } })
    expect(await tagged(randomUUID(), 'x')).toMatchObject({ error: { code: 'not_found' } })
    for (let one = 0; one < TAG_LIMITS.perPayment; one += 1) await tagged(id, `tag ${one}`)
    expect(await tagged(id, 'more')).toMatchObject({ error: { code: 'tag_too_many' } })
    expect(await tagged(id, 'tag 3')).toEqual({ ok: true, value: null })
    await untagged(id, 'tag 3', elsewhere)
    expect(await tagsOf(id)).toHaveLength(TAG_LIMITS.perPayment)
    expect(await tagsOf(id, elsewhere.scope)).toEqual([])
  })

  it('filter lists, are found by search, and are the choices of the filter', async () => {
    const [one, other] = [await payments.add({}), await payments.add({})]
    const named = await payments.add({ orderReference: 'a fragile one' })
    await tagged(one, 'fragile')
    await tagged(one, 'gift')
    await tagged(other, 'xy')
    await tagged(other, 'week 49')
    expect(await listed({ tag: 'fragile' })).toEqual([one])
    expect(await listed({ tag: 'fragile', view: 'refunded' })).toEqual([])
    expect((await listed({ search: 'Fragile' })).toSorted()).toEqual([one, named].toSorted())
    expect(await listed({ search: 'xy' })).toEqual([other])
    expect(await listed({ search: 'week 49' })).toEqual([other])
    expect(await listed({ search: 'fragile', scope: elsewhere.scope })).toEqual([])
    expect(await findTagsOf(payments.database, 'all', [one, other, named])).toEqual(
      new Map([
        [one, ['fragile', 'gift']],
        [other, ['week 49', 'xy']],
      ]),
    )
    const { tags } = await findFilterChoices(payments.database, 'all')
    expect(tags).toEqual(['fragile', 'gift', 'week 49', 'xy'])
    expect((await findFilterChoices(payments.database, elsewhere.scope)).tags).toEqual([])
  })
})
