import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/access/actor'
import { findDemoActor } from '@/testing/demo-actor'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { insertNote, isNoteStored, type NewNote } from './insert-note'

let payments: ListedPayments
let anna: Actor
let bo: Actor

beforeAll(async () => {
  payments = await startListedPayments()
  anna = await findDemoActor(payments.database, 'support')
  bo = await findDemoActor(payments.database, 'admin')
})
afterAll(() => payments.stop())

async function aNote(change: Partial<NewNote> = {}): Promise<NewNote> {
  const transactionId = change.transactionId ?? (await payments.add({}))
  const note = { noteId: randomUUID(), text: 'Ringte: «æøå»', actor: anna, requestId: randomUUID() }
  return { ...note, transactionId, ...change }
}

const insert = (note: NewNote) => insertNote(payments.database, note)

async function auditOf({ transactionId }: NewNote) {
  return payments.database.run((db) =>
    db.execute(sql`
      select action, actor_id as "actorId", actor_name as "actorName", actor_role as "actorRole",
        request_id as "requestId", reason, address, detail
      from audit_entries where stream_id = ${transactionId}`),
  )
}

describe('writing a note', () => {
  it('keeps it with its author, and a hash of the text in the audit trail', async () => {
    const note = await aNote({ actor: { ...anna, address: '203.0.113.7' } })
    expect(await insert(note)).toBe(true)
    const stored = await payments.database.run((db) =>
      db.execute(sql`
        select text, author_id as id, author_name as name, author_role as role from notes
        where transaction_id = ${note.transactionId}`),
    )
    expect(stored).toEqual([{ text: note.text, id: anna.userId, name: anna.name, role: 'support' }])
    const sha256 = createHash('sha256').update(note.text).digest('hex')
    expect(await auditOf(note)).toEqual([
      {
        action: 'note.written',
        actorId: anna.userId,
        actorName: anna.name,
        actorRole: 'support',
        requestId: note.requestId,
        reason: null,
        address: '203.0.113.7',
        detail: { noteId: note.noteId, sha256 },
      },
    ])
  })

  it('twice under one id writes one note and one audit entry', async () => {
    const note = await aNote()
    expect(await Promise.all([insert(note), insert(note)])).toEqual(
      expect.arrayContaining([true, false]),
    )
    expect(await auditOf(note)).toHaveLength(1)
  })

  it('about a payment that is not there writes nothing', async () => {
    const note = await aNote({ transactionId: randomUUID() })
    expect(await insert(note)).toBe(false)
    expect(await auditOf(note)).toEqual([])
  })

  it('without words, or with too many, is refused by the table', async () => {
    for (const text of ['', 'x'.repeat(2_001)]) {
      await expect(insert(await aNote({ text }))).rejects.toMatchObject({
        constraint_name: 'notes_text_length',
      })
    }
  })
})

describe('isNoteStored', () => {
  it('is answered for just this note', async () => {
    const note = await aNote()
    expect(await isNoteStored(payments.database, note)).toBe(false)
    await insert(note)
    expect(await isNoteStored(payments.database, note)).toBe(true)
  })

  it.each([
    ['of another id', async () => ({ noteId: randomUUID() })],
    ['about another payment', async () => ({ transactionId: await payments.add({}) })],
    ['by another person', async () => ({ actor: bo })],
    ['in other words', async () => ({ text: 'Other words' })],
  ])('%s: no', async (_, change) => {
    const note = await aNote()
    await insert(note)
    expect(await isNoteStored(payments.database, { ...note, ...(await change()) })).toBe(false)
  })
})
