import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findTransactionView, listTransactions } from '@/db/queries/payment/transactions'
import { auditEntries } from '@/db/schema/audit'
import { verifyChains } from '@/lib/audit/verify-chains'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { writeNote } from './write-note'

let merchant: TestMerchant
let transactionId: string

beforeAll(async () => {
  merchant = await startTestMerchant()
  await merchant.sandbox.control.createTransaction({ reference: 'N-1' })
  await merchant.importAll()
  const page = await listTransactions(merchant.database, {
    scope: 'all',
    statuses: [],
    search: 'N-1',
    cursor: null,
  })
  transactionId = page.rows[0]?.id ?? ''
})
afterAll(() => merchant.stop())

async function write(input: { noteId?: string; transactionId?: string; text: string }) {
  const actor = await merchant.actor('support')
  const context = contextOf(merchant.database, actor)
  return writeNote(context, { noteId: randomUUID(), transactionId, ...input })
}

async function notes() {
  return (await findTransactionView(merchant.database, 'all', transactionId))?.notes ?? []
}

describe('a note', () => {
  it('is kept with its author, and in the audit trail with a hash, once however often sent', async () => {
    const note = { noteId: randomUUID(), text: 'Customer called: “æøå” 🧦\nsends one back.' }
    expect(await Promise.all([write(note), write(note)])).toMatchObject([
      { ok: true },
      { ok: true },
    ])
    expect(await write(note)).toMatchObject({ ok: true })
    expect(await notes()).toMatchObject([
      { id: note.noteId, text: note.text, authorName: 'Jonas Berg', authorRole: 'support' },
    ])
    const entries = await merchant.database.run((db) =>
      db.select().from(auditEntries).where(eq(auditEntries.action, 'note.written')),
    )
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({ streamId: transactionId, detail: { noteId: note.noteId } })
    expect((await verifyChains(merchant.database)).firstBad).toBeNull()
  })

  it('is not written about a payment that is not there, nor over another note', async () => {
    const nowhere = { transactionId: randomUUID(), text: 'Lost' }
    expect(await write(nowhere)).toMatchObject({ ok: false, error: { code: 'not_found' } })
    const noteId = randomUUID()
    await write({ noteId, text: 'First' })
    expect(await write({ noteId, text: 'Second' })).toMatchObject({ ok: false })
  })

  it.each([sql`update notes set text = 'changed'`, sql`delete from notes`, sql`truncate notes`])(
    'stays as it was written (%#)',
    async (statement) => {
      await write({ text: 'To stay' })
      const before = await notes()
      await expect(merchant.owner.run((db) => db.execute(statement))).rejects.toThrow()
      expect(await notes()).toEqual(before)
    },
  )
})
