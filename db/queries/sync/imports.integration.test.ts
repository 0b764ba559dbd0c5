import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { imports } from '@/db/schema/connections'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { finishImport, insertImport, updateImport } from './imports'

const REPORT = {
  pages: 2,
  read: 200,
  written: 150,
  malformed: 1,
  problems: [{ providerTransactionId: 'T1.odd', problem: 'amount: expected a number' }],
}

let payments: ListedPayments

beforeAll(async () => {
  payments = await startListedPayments()
})
afterAll(() => payments.stop())

async function begin(connectionId = payments.connectionId): Promise<string> {
  const id = randomUUID()
  await insertImport(payments.database, id, connectionId)
  return id
}

async function rowOf(id: string) {
  const [row] = await payments.database.run((db) =>
    db.select().from(imports).where(eq(imports.id, id)),
  )
  if (row === undefined) throw new Error('there is no such import')
  return row
}

const finish = (id: string, problem: string | null) => finishImport(payments.database, id, problem)

describe('an import that has begun', () => {
  it('is kept with its connection, as one that has read nothing yet', async () => {
    const id = await begin(payments.otherConnectionId)
    const { startedAt, ...row } = await rowOf(id)
    expect(Math.abs(startedAt.getTime() - Date.now())).toBeLessThan(10_000)
    expect(row).toMatchObject({
      id,
      connectionId: payments.otherConnectionId,
      inBackground: false,
      finishedAt: null,
      pages: 0,
      read: 0,
      written: 0,
      malformed: 0,
      problems: [],
      failure: null,
    })
  })

  it('is not begun twice under one id', async () => {
    const { database, connectionId } = payments
    const id = await begin()
    await updateImport(database, id, REPORT)
    await expect(insertImport(database, id, connectionId)).rejects.toMatchObject({
      constraint_name: 'imports_pkey',
    })
    expect(await rowOf(id)).toMatchObject(REPORT)
  })
})

describe('the progress of an import', () => {
  it('is kept with what was malformed, and does not end it', async () => {
    const id = await begin()
    const before = await rowOf(id)
    await updateImport(payments.database, id, REPORT)
    expect(await rowOf(id)).toEqual({ ...before, ...REPORT })
  })

  it('takes the place of what was kept before', async () => {
    const id = await begin()
    await updateImport(payments.database, id, REPORT)
    const later = { pages: 3, read: 300, written: 151, malformed: 0, problems: [] }
    await updateImport(payments.database, id, later)
    expect(await rowOf(id)).toMatchObject(later)
  })

  it('is not that of another import of the same connection', async () => {
    const [id, other] = [await begin(), await begin()]
    const before = await rowOf(other)
    await updateImport(payments.database, id, REPORT)
    expect(await rowOf(other)).toEqual(before)
  })
})

describe('the end of an import', () => {
  it.each([
    ['that came to the end of the list', null],
    ['with the problem that ended it', 'The provider does not answer.'],
  ])('is kept at the time of the database: %s', async (_, problem) => {
    const id = await begin()
    await updateImport(payments.database, id, REPORT)
    await finish(id, problem)
    const { startedAt, finishedAt, ...row } = await rowOf(id)
    expect(row).toMatchObject({ ...REPORT, failure: problem })
    const tookMs = Number(finishedAt) - Number(startedAt)
    expect(tookMs).toBeGreaterThanOrEqual(0)
    expect(tookMs).toBeLessThan(10_000)
  })

  it('is not that of another import of the same connection', async () => {
    const [id, other] = [await begin(), await begin()]
    const before = await rowOf(other)
    await finish(id, 'The provider does not answer.')
    expect(await rowOf(other)).toEqual(before)
  })
})
