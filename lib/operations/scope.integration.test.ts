import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { insertIntent } from '@/db/queries/operations/insert-intent'
import { recordReviewDecision } from '@/db/queries/operations/record-review-decision'
import { deleteSavedView, listSavedViews, upsertSavedView } from '@/db/queries/listing/saved-views'
import type { Actor } from '@/lib/domain/access/actor'
import { contextOf } from '@/testing/context-of'
import { findDemoActor } from '@/testing/demo-actor'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { operationIntent } from '@/testing/operation-intent'
import { addOperation, findOperationRow, findReservation } from '@/testing/operation-row'
import { capturePayment } from './capture-payment'
import { decideReview } from './decide-review'
import { writeNote } from './write-note'

let payments: ListedPayments
/** An admin who sees one connection. */
let ingrid: Actor
let foreignId: string
let ownId: string

beforeAll(async () => {
  payments = await startListedPayments()
  const admin = await findDemoActor(payments.database, 'admin')
  ingrid = { ...admin, scope: [payments.connectionId] }
})
beforeEach(async () => {
  ownId = await payments.add({})
  foreignId = await payments.add({}, payments.otherConnectionId)
})
afterAll(() => payments.stop())

const context = () => contextOf(payments.database, ingrid)
const notFound = (what: string) => ({
  ok: false,
  error: { code: 'not_found', values: { what } },
})

async function count(table: 'operations' | 'notes' | 'review_decisions' | 'audit_entries') {
  const [row] = await payments.database.run((db) =>
    db.execute<{ count: number }>(sql`select count(*)::int as count from ${sql.raw(table)}`),
  )
  return row?.count
}

describe('a person who sees one connection', () => {
  it('capture: of a foreign payment is answered as of none, and writes nothing', async () => {
    const input = (transactionId: string) => ({
      operationId: randomUUID(),
      transactionId,
      currency: 'NOK',
      expectedRevision: 'another',
      choice: { mode: 'all', amountMinor: 100 } as const,
      label: null,
    })
    const before = [await count('operations'), await count('audit_entries')]
    const answer = await capturePayment(context(), input(foreignId))
    expect(answer).toMatchObject(notFound('payment'))
    expect(answer).toEqual(await capturePayment(context(), input(randomUUID())))
    expect([await count('operations'), await count('audit_entries')]).toEqual(before)
    expect(await capturePayment(context(), input(ownId))).not.toMatchObject(notFound('payment'))
  })

  it('intent: reserves nothing of a foreign payment', async () => {
    const { database } = payments
    const intent = await operationIntent(database, foreignId)
    expect(await insertIntent(database, { ...intent, actor: ingrid })).toBe(false)
    expect(await findReservation(database, foreignId)).toMatchObject({ openOperationId: null })
    const own = await operationIntent(database, ownId)
    expect(await insertIntent(database, { ...own, actor: ingrid })).toBe(true)
  })

  it('note: about a foreign payment is answered as about none, and writes nothing', async () => {
    const note = (transactionId: string) => ({ noteId: randomUUID(), transactionId, text: 'Seen' })
    const before = [await count('notes'), await count('audit_entries')]
    expect(await writeNote(context(), note(foreignId))).toMatchObject(notFound('payment'))
    expect([await count('notes'), await count('audit_entries')]).toEqual(before)
    expect(await writeNote(context(), note(ownId))).toEqual({ ok: true, value: null })
  })

  it('note: sent again is not found once the payment is out of scope', async () => {
    const note = { noteId: randomUUID(), transactionId: foreignId, text: 'Seen' }
    const all = contextOf(payments.database, { ...ingrid, scope: 'all' })
    expect(await writeNote(all, note)).toEqual({ ok: true, value: null })
    expect(await writeNote(all, note)).toEqual({ ok: true, value: null })
    expect(await writeNote(context(), note)).toMatchObject(notFound('payment'))
  })

  it('review: a foreign operation is not found, and no decision of it is written', async () => {
    const { database } = payments
    const operationId = await addOperation(database, foreignId, { state: 'needs_review' })
    const verdict = { operationId, verdict: 'succeeded', reason: 'Seen' } as const
    const before = [await count('review_decisions'), await count('audit_entries')]
    expect(await decideReview(context(), verdict)).toMatchObject(notFound('operation'))
    const decision = { ...verdict, actor: ingrid, requestId: randomUUID(), onePersonMinor: 10_000 }
    expect(await recordReviewDecision(database, decision)).toBeNull()
    expect(await findOperationRow(database, operationId)).toMatchObject({ state: 'needs_review' })
    expect([await count('review_decisions'), await count('audit_entries')]).toEqual(before)
    const seesAll = { ...decision, actor: { ...ingrid, scope: 'all' as const } }
    expect(await recordReviewDecision(database, seesAll)).toBe('settled')
  })

  it('saved views: has the shared ones that name no foreign connection, and all own', async () => {
    const { database } = payments
    const { userId: othersId } = await findDemoActor(database, 'staff')
    const { userId, scope } = ingrid
    const add = async (ownerId: string, name: string, query: string) => {
      const id = randomUUID()
      await upsertSavedView(database, { id, ownerId, name, query, isShared: true })
      return id
    }
    const foreign = `view=all&connection=${payments.otherConnectionId}&currency=DKK`
    const foreignView = await add(othersId, 'Foreign', foreign)
    await add(othersId, 'Own', `view=all&connection=${payments.connectionId}`)
    await add(othersId, 'Any', 'view=all')
    await add(userId, 'Made', foreign)
    const names = async (within = scope) =>
      (await listSavedViews(database, within, userId)).map(({ name }) => name)
    expect(await names()).toEqual(['Any', 'Made', 'Own'])
    expect(await names('all')).toEqual(['Any', 'Foreign', 'Made', 'Own'])
    const view = { id: foreignView, userId, alsoShared: true }
    expect(await deleteSavedView(database, { ...view, scope })).toBe(false)
    expect(await deleteSavedView(database, { ...view, scope: 'all' })).toBe(true)
  })
})
