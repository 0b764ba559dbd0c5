import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { keepRest } from '@/db/queries/payment/keep-rest'
import { listTransactions } from '@/db/queries/payment/transactions'
import type { ListFilter } from '@/lib/domain/listing/list-filter'
import { readSearch } from '@/lib/domain/listing/list-search'
import { VIEW_STATUSES } from '@/lib/domain/listing/list-view'
import { heldMinor, type TransactionPhase } from '@/lib/domain/payment/transaction'
import { isRestHeld } from '@/lib/domain/rules/rest'
import type { TransactionListRow } from '@/lib/domain/view/transaction-view'
import { findDemoActor } from '@/testing/demo-actor'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { findExactTransaction } from './find-exact'
import { exportBatches } from './list-export'
import type { TransactionFilter } from './list-page'

vi.hoisted(() => {
  // So small that every way of finding a page is taken, and ends early.
  process.env.PAYDESK_LIMITS = JSON.stringify({
    page: { transactions: 7 },
    list: { scanRows: 20, searchScanRows: 9, searchCandidates: 12 },
    export: { rows: 60, rowsAtOnce: 11 },
  })
})

const DAY_MS = 86_400_000
const NOW = Date.UTC(2026, 8, 20, 12)
const NAMES = ['Kari Hansen', 'Ole Hansen', 'Åse Rødland', 'Jan Lie', 'Per Hansen-Dahl', null]
const METHODS = ['vipps', 'klarna.klarna', 'swish.swish']
const SHAPES: readonly [TransactionPhase, number, number, number][] = [
  ['open', 0, 0, 0],
  ['open', 1, 0, 0],
  ['open', 0.5, 0, 0],
  ['open', 1, 0.5, 0],
  ['open', 1, 1, 0],
  ['open', 0, 0, 1],
  ['failed', 0, 0, 0],
  ['unknown', 0, 0, 0],
]

let payments: ListedPayments
let everything: readonly TransactionListRow[]
/** The one payment whose rest is kept to be shipped later. */
let keptId: string | undefined
const texts = new Map<string, string>()

beforeAll(async () => {
  payments = await startListedPayments()
  for (let n = 0; n < 150; n += 1) {
    const [phase, captured, refunded, released] = SHAPES[(n * 5) % SHAPES.length] ?? [
      'open',
      0,
      0,
      0,
    ]
    const amountMinor = n % 10 === 0 ? 124_900 : 10_000 + (n % 17) * 1_000
    const granted = phase === 'open' ? amountMinor : 0
    const name = NAMES[n % NAMES.length] ?? null
    const email = name === null ? null : `mail${n}@example.com`
    const providerTransactionId = `T1.4XKh${n}Q`
    const orderReference = `FF-${1000 + n}`
    const id = await payments.add({
      providerTransactionId,
      orderReference,
      phase,
      amountMinor,
      currency: n % 4 === 0 ? 'SEK' : 'NOK',
      method: METHODS[n % METHODS.length] ?? 'vipps',
      customer: { name, email, phone: null, customerId: null, isBusiness: false },
      totals: {
        authorizedMinor: granted,
        capturedMinor: granted * captured,
        refundedMinor: granted * refunded,
        releasedMinor: granted * released,
      },
      captureDeadline:
        n % 3 === 0
          ? { at: new Date(Date.now() + ((n % 12) - 4) * DAY_MS), source: 'provider' }
          : null,
      // Pairs share a moment, so that pages are also cut between equals.
      createdAt: new Date(NOW - Math.floor(n / 2) * DAY_MS),
    })
    texts.set(
      id,
      ` ${orderReference} ${name ?? ''} ${email ?? ''} ${providerTransactionId} `.toLowerCase(),
    )
  }
  everything = await allRows({})
  keptId = everything.filter(isRestHeld)[3]?.id
  const actor = await findDemoActor(payments.database, 'staff')
  const kept = { transactionId: keptId ?? '', actor, requestId: randomUUID() }
  expect(await keepRest(payments.database, kept)).toBe(true)
})
afterAll(() => payments.stop())

async function allRows(filter: Partial<TransactionFilter>): Promise<readonly TransactionListRow[]> {
  const rows: TransactionListRow[] = []
  let cursor: string | null = null
  do {
    const page = await listTransactions(payments.database, { scope: 'all', ...filter, cursor })
    expect(page.rows.length).toBeLessThanOrEqual(7)
    rows.push(...page.rows)
    cursor = page.next
  } while (cursor !== null)
  return rows
}

/** The expected list, computed in this process from every payment. */
function expected(filter: Partial<ListFilter>): readonly string[] {
  const search = filter.search == null ? null : readSearch(filter.search, 200, ['NOK', 'SEK'])
  const parts = search?.patterns.map((all) =>
    all.map((one) => one.slice(1, -1).replaceAll('\\', '')),
  )
  return everything
    .filter((row) => {
      const text = texts.get(row.id) ?? ''
      return (
        (filter.view === undefined || VIEW_STATUSES[filter.view].includes(row.status)) &&
        (!filter.statuses?.length || filter.statuses.includes(row.status)) &&
        (filter.method == null || row.method === filter.method) &&
        (filter.currency == null || row.currency === filter.currency) &&
        (filter.minTenThousandths == null || row.amountMinor * 100 >= filter.minTenThousandths) &&
        (filter.maxTenThousandths == null || row.amountMinor * 100 <= filter.maxTenThousandths) &&
        (!filter.heldOnly || heldMinor(row.totals) > 0) &&
        (filter.rest == null ||
          (isRestHeld(row) && (filter.rest === 'kept') === (row.id === keptId))) &&
        (search === null ||
          parts?.some((all) => all.every((one) => text.includes(one))) ||
          search.amounts.some(({ amountMinor }) => amountMinor === row.amountMinor))
      )
    })
    .map(({ id }) => id)
}

it('the list: holds every payment once, newest first', () => {
  expect(new Set(everything.map(({ id }) => id)).size).toBe(150)
  const times = everything.map(({ createdAt }) => createdAt.getTime())
  expect(times).toEqual(times.toSorted((left, right) => right - left))
})

describe.each<Partial<ListFilter>>([
  { view: 'to-capture' },
  { view: 'captured' },
  { view: 'refunded' },
  { statuses: ['failed', 'voided'] },
  { method: 'swish.swish', currency: 'SEK' },
  { view: 'refunded', method: 'klarna.klarna' },
  { view: 'to-capture', currency: 'SEK', heldOnly: true },
  { minTenThousandths: 1_200_000, maxTenThousandths: 1_400_000 },
  { heldOnly: true },
  { rest: 'open' },
  { rest: 'kept' },
  { search: 'hansen' }, // common
  { search: 'hansen', view: 'captured' },
  { search: 'rødland' },
  { search: 'Åse' },
  { search: 'se' }, // too short for the index
  { search: 'q' },
  { search: '%' },
  { search: 'hansen-dahl', currency: 'NOK' },
  { search: '1 249,00' },
  { search: '1,249.00', view: 'captured' },
  { search: '1249' },
  { search: 'ff-101' },
  { search: '4xkh12' },
  { search: 'nobody-like-this' },
])('%j', (filter) => {
  it('gives the same list as testing every payment', async () => {
    const ids = (await allRows({ ...filter, sort: 'newest' })).map(({ id }) => id)
    expect(ids).toEqual(expected(filter))
    const oldest = (await allRows({ ...filter, sort: 'oldest' })).map(({ id }) => id)
    expect(oldest).toEqual(expected(filter).toReversed())
  })
})

describe('a search for an exact name', () => {
  it('finds by order reference and e-mail exactly, whatever else holds them', async () => {
    const byReference = await allRows({ search: 'FF-1010' })
    expect(byReference.map(({ orderReference }) => orderReference)).toEqual(['FF-1010'])
    const byEmail = await allRows({ search: 'Mail1@Example.com' })
    expect(byEmail.map(({ orderReference }) => orderReference)).toEqual(['FF-1001'])
  })

  it('finds by the end of an order reference or an amount, and nothing that only holds it', async () => {
    const byEnd = await allRows({ search: 'f-1010' })
    expect(byEnd.map(({ orderReference }) => orderReference)).toEqual(['FF-1010'])
    const byNumber = await allRows({ search: '100' })
    const meant = everything.filter(
      ({ orderReference, amountMinor }) => orderReference === 'FF-1100' || amountMinor === 10_000,
    )
    expect(byNumber.map(({ id }) => id)).toEqual(meant.map(({ id }) => id))
    expect(meant.length).toBeGreaterThan(2)
    const page = await listTransactions(payments.database, { scope: 'all', search: 'f-1010' })
    expect(page.onlyNamed).toBe(true)
  })

  it('finds payments that only contain it when it is to search anywhere', async () => {
    const filter = { search: '100', anywhere: true }
    const found = (await allRows(filter)).map(({ id }) => id)
    expect(found).toEqual(expected(filter))
    const named = await allRows({ search: '100' })
    expect(found.length).toBeGreaterThan(named.length)
    expect((await listTransactions(payments.database, { scope: 'all', ...filter })).onlyNamed).toBe(
      false,
    )
  })

  it('scans every payment when too many references end in it', async () => {
    const many = Array.from({ length: 13 }, (_, n) => `R${n}-777`)
    for (const orderReference of [...many, '777-R']) await payments.add({ orderReference })
    const found = await allRows({ search: '-777' })
    expect(new Set(found.map(({ orderReference }) => orderReference))).toEqual(new Set(many))
    expect(await allRows({ search: '777' })).toHaveLength(14)
  })

  it('jumps for our id, the provider’s id and an order reference, and for nothing else', async () => {
    const [row] = await allRows({ search: 'FF-1010' })
    const id = row?.id ?? ''
    const { database } = payments
    expect(await findExactTransaction(database, 'all', 'ff-1010')).toBe(id)
    expect(await findExactTransaction(database, 'all', 'T1.4XKh10Q')).toBe(id)
    expect(await findExactTransaction(database, 'all', id.toUpperCase())).toBe(id)
    for (const text of ['FF-101', 'hansen', '']) {
      expect(await findExactTransaction(database, 'all', text)).toBeNull()
    }
  })
})

describe('a range of creation dates', () => {
  it('takes days as the business has them', async () => {
    const late = await payments.add({
      orderReference: 'LATE',
      createdAt: new Date('2025-06-30T22:30:00Z'),
    })
    const day = { createdFrom: '2025-07-01', createdTo: '2025-07-01' }
    const inOslo = await allRows({ ...day, timeZone: 'Europe/Oslo' })
    expect(inOslo.map(({ id }) => id)).toEqual([late])
    expect(await allRows({ ...day, timeZone: 'UTC' })).toEqual([])
  })
})

describe('the export of a list', () => {
  async function exported(filter: Partial<TransactionFilter>) {
    const ids: string[] = []
    let cutAt: number | null = null
    const whole: ListFilter = {
      view: 'all',
      statuses: [],
      provider: null,
      connectionId: null,
      method: null,
      currency: null,
      createdFrom: null,
      createdTo: null,
      due: null,
      dueFrom: null,
      dueTo: null,
      minTenThousandths: null,
      maxTenThousandths: null,
      heldOnly: false,
      rest: null,
      tag: null,
      search: null,
      anywhere: false,
      sort: null,
    }
    const batches = exportBatches(payments.database, {
      ...whole,
      scope: 'all',
      timeZone: 'UTC',
      now: new Date(),
      cursor: null,
      ...filter,
    })
    for await (const batch of batches) {
      if (batch.kind === 'rows') ids.push(...batch.rows.map(({ id }) => id))
      else cutAt = batch.rows
    }
    return { ids, cutAt }
  }

  it('is exactly what the list shows, over all its pages', async () => {
    for (const filter of [{ search: 'rødland' }, { view: 'refunded', currency: 'SEK' }] as const) {
      expect(await exported(filter)).toEqual({ ids: expected(filter), cutAt: null })
    }
  })

  it('ends at its bound and says so', async () => {
    const { ids, cutAt } = await exported({ search: 'hansen' })
    expect(ids).toEqual(expected({ search: 'hansen' }).slice(0, 60))
    expect(cutAt).toBe(60)
  })
})
