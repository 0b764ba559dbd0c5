import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { listTransactions } from '@/db/queries/payment/transactions'
import { dueBounds, dueOf, type Due } from '@/lib/domain/listing/due'
import { EVERYTHING, type ListFilter } from '@/lib/domain/listing/list-filter'
import { VIEW_STATUSES } from '@/lib/domain/listing/list-view'
import { heldMinor, HOLDING_STATUSES } from '@/lib/domain/payment/transaction'
import type { TransactionListRow } from '@/lib/domain/view/transaction-view'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { exportBatches } from './list-export'
import type { TransactionFilter } from './list-page'
import { sumSections } from './sum-sections'

vi.hoisted(() => {
  // So small that pages end in the middle of each part, and by how far they may look.
  process.env.PAYDESK_LIMITS = JSON.stringify({
    page: { transactions: 4 },
    list: { scanRows: 9, searchScanRows: 5, searchCandidates: 40 },
    export: { rows: 90, rowsAtOnce: 7 },
  })
})

const OSLO = 'Europe/Oslo'
const HOUR_MS = 3_600_000
/** Some hours after the clocks were put back in Oslo. */
const NOW = new Date('2026-10-25T12:00:00Z')
/** Hours from now to a deadline; null is no deadline. Pairs are the same moment. */
const DEADLINES = [2, 2, 10.9, 11, 34.9, 35, 80, 154, 155, 155, 900, -1, -1, -30, -2_000, null]
const SHAPES = ['authorized', 'part', 'part-refunded', 'captured', 'voided', 'nothing'] as const

let payments: ListedPayments
let everything: readonly TransactionListRow[]

beforeAll(async () => {
  payments = await startListedPayments()
  for (let n = 0; n < 96; n += 1) {
    const shape = SHAPES[n % 11] ?? 'authorized'
    const hours = DEADLINES[(n * 7) % DEADLINES.length] ?? null
    const amountMinor = 100_00 + n * 100
    const of = {
      authorized: 0,
      part: 0.5,
      'part-refunded': 0.5,
      captured: 1,
      voided: 0,
      nothing: 0,
    }
    const authorizedMinor = shape === 'nothing' ? 0 : amountMinor
    await payments.add(
      {
        orderReference: `DUE-${1000 + n}`,
        amountMinor: shape === 'nothing' ? 0 : amountMinor,
        currency: n % 3 === 0 ? 'SEK' : 'NOK',
        method: n % 4 === 0 ? 'vipps' : 'klarna.klarna',
        customer: {
          name: n % 5 === 0 ? 'Kari Hansen' : 'Ole Lie',
          email: null,
          phone: null,
          customerId: null,
          isBusiness: false,
        },
        totals: {
          authorizedMinor,
          capturedMinor: authorizedMinor * of[shape],
          refundedMinor: shape === 'part-refunded' ? 100 : 0,
          releasedMinor: shape === 'voided' ? authorizedMinor : 0,
        },
        captureDeadline:
          hours === null
            ? null
            : { at: new Date(NOW.getTime() + hours * HOUR_MS), source: 'provider' },
        createdAt: new Date(NOW.getTime() - Math.floor(n / 2) * HOUR_MS),
      },
      n % 6 === 0 ? payments.otherConnectionId : undefined,
    )
  }
  everything = await allRows({})
})
afterAll(() => payments.stop())

const reader = { scope: 'all', timeZone: OSLO, now: NOW } as const

/** All pages of a list. */
async function allRows(filter: Partial<TransactionFilter>): Promise<readonly TransactionListRow[]> {
  const rows: TransactionListRow[] = []
  let cursor: string | null = null
  do {
    const page = await listTransactions(payments.database, { ...reader, ...filter, cursor })
    expect(page.rows.length).toBeLessThanOrEqual(4)
    rows.push(...page.rows)
    cursor = page.next
  } while (cursor !== null)
  return rows
}

/** The section of a payment that holds money; null for all others. */
function sectionOf(row: TransactionListRow, timeZone = OSLO): Due | null {
  const holds =
    HOLDING_STATUSES.some((status) => status === row.status) && heldMinor(row.totals) > 0
  if (!holds) return null
  if (row.captureDeadline === null) return 'unknown'
  return dueOf(row.captureDeadline.at, dueBounds(NOW, timeZone))
}

const deadlineOf = (row: TransactionListRow) => row.captureDeadline?.at.getTime() ?? 0

/** The expected list by deadline, computed in this process from every payment. */
function byDeadline(passes: (row: TransactionListRow) => boolean): readonly string[] {
  const rows = everything.filter(passes)
  const isDated = (row: TransactionListRow) => ![null, 'unknown'].includes(sectionOf(row))
  const dated = rows.filter(isDated).toSorted((a, b) => {
    return deadlineOf(a) - deadlineOf(b) || (a.id < b.id ? -1 : 1)
  })
  const isPassed = (row: TransactionListRow) => sectionOf(row) === 'passed'
  return [
    ...dated.filter((row) => !isPassed(row)),
    ...dated.filter(isPassed).toReversed(),
    ...rows.filter((row) => !isDated(row)),
  ].map(({ id }) => id)
}

const idsOf = (rows: readonly TransactionListRow[]) => rows.map(({ id }) => id)

describe('a list by deadline', () => {
  it.each<[Partial<ListFilter>, (row: TransactionListRow) => boolean]>([
    [{}, () => true],
    [
      { view: 'to-capture' },
      ({ status, amountMinor }) => VIEW_STATUSES['to-capture'].includes(status) && amountMinor > 0,
    ],
    [{ view: 'captured' }, ({ status }) => status === 'captured'],
    [{ view: 'refunded' }, ({ status }) => VIEW_STATUSES.refunded.includes(status)],
    [
      { statuses: ['partially_captured', 'voided'] },
      ({ status }) => ['partially_captured', 'voided'].includes(status),
    ],
    [{ currency: 'SEK' }, ({ currency }) => currency === 'SEK'],
    [
      { view: 'to-capture', method: 'vipps', heldOnly: true },
      (row) => sectionOf(row) !== null && row.method === 'vipps',
    ],
    [{ search: 'hansen' }, ({ customerName }) => customerName === 'Kari Hansen'],
    [
      { search: '10', currency: 'SEK' },
      ({ orderReference, currency }) => currency === 'SEK' && (orderReference ?? '').includes('10'),
    ],
    [{ search: 'due-1007' }, ({ orderReference }) => orderReference === 'DUE-1007'],
    [{ search: '107,00' }, ({ amountMinor }) => amountMinor === 107_00],
  ])('%j: has what can still be saved first, and every payment once', async (filter, passes) => {
    const ids = idsOf(await allRows({ ...filter, sort: 'deadline' }))
    expect(ids).toEqual(byDeadline(passes))
  })

  it('is the same for a person who sees all connections by name', async () => {
    const scope = [payments.connectionId, payments.otherConnectionId]
    const ids = idsOf(await allRows({ sort: 'deadline', scope }))
    expect(ids).toEqual(byDeadline(() => true))
    const own = idsOf(await allRows({ sort: 'deadline', scope: [payments.otherConnectionId] }))
    expect(own).toHaveLength(16)
    expect(ids.filter((id) => own.includes(id))).toEqual(own)
  })

  it('a name that payments of any part have lists only these', async () => {
    const page = await listTransactions(payments.database, {
      ...reader,
      search: 'ue-1003',
      sort: 'deadline',
    })
    expect(page.onlyNamed).toBe(true)
    expect(page.rows.map(({ orderReference }) => orderReference)).toEqual(['DUE-1003'])
  })

  it('goes on where it was when a deadline passes between two pages', async () => {
    const first = await listTransactions(payments.database, { ...reader, sort: 'deadline' })
    const rows = [...first.rows]
    const later = new Date(NOW.getTime() + 12 * HOUR_MS)
    for (let cursor = first.next; cursor !== null;) {
      const filter = { ...reader, sort: 'deadline', now: later, cursor } as const
      const page = await listTransactions(payments.database, filter)
      rows.push(...page.rows)
      cursor = page.next
    }
    expect(new Set(idsOf(rows))).toEqual(new Set(idsOf(everything)))
  })
})

describe('a list of deadlines', () => {
  it.each(['passed', 'today', 'tomorrow', 'week', 'later', 'unknown'] as const)(
    '%s: has exactly those payments, in each view and order',
    async (due) => {
      const own = (row: TransactionListRow) => sectionOf(row) === due
      const ids = byDeadline(own)
      expect(ids.length).toBeGreaterThan(3)
      expect(idsOf(await allRows({ due }))).toEqual(ids)
      expect(idsOf(await allRows({ due, view: 'to-capture' }))).toEqual(ids)
      expect(idsOf(await allRows({ due, sort: 'newest' }))).toEqual(idsOf(everything.filter(own)))
      if (due !== 'unknown') expect(idsOf(await allRows({ due, view: 'expiring' }))).toEqual(ids)
      expect(await allRows({ due, view: 'captured' })).toEqual([])
    },
  )

  it('what expires has not passed, and is the same list the newest first', async () => {
    const own = (row: TransactionListRow) =>
      ['today', 'tomorrow', 'week', 'later'].includes(sectionOf(row) ?? '')
    expect(idsOf(await allRows({ view: 'expiring' }))).toEqual(byDeadline(own))
    const newest = await allRows({ view: 'expiring', sort: 'newest' })
    expect(idsOf(newest)).toEqual(idsOf(everything.filter(own)))
  })

  it('takes days as the reader has them, 25 hours long when the clocks are put back', async () => {
    const day = { dueFrom: '2026-10-25', dueTo: '2026-10-25' }
    const hours = async (timeZone: string) => {
      const rows = await allRows({ ...day, timeZone })
      return [...new Set(rows.map((row) => (deadlineOf(row) - NOW.getTime()) / HOUR_MS))]
    }
    expect(await hours(OSLO)).toEqual([2, 10.9, -1])
    expect(await hours('UTC')).toEqual([2, 10.9, 11, -1])
    expect(await hours('America/Los_Angeles')).toEqual([2, 10.9, 11, -1])
  })

  it('is exported as it is shown, over all its parts', async () => {
    for (const filter of [{ sort: 'deadline' }, { view: 'expiring', currency: 'SEK' }] as const) {
      const ids: string[] = []
      const list = { ...EVERYTHING, ...reader, cursor: null, ...filter }
      for await (const batch of exportBatches(payments.database, list)) {
        if (batch.kind === 'rows') ids.push(...idsOf(batch.rows))
      }
      expect(ids).toEqual(idsOf(await allRows(filter)).slice(0, 90))
    }
  })
})

describe('the sums of the sections', () => {
  const sums = (filter: Partial<TransactionFilter> = {}) =>
    sumSections(payments.database, {
      ...EVERYTHING,
      ...reader,
      view: 'expiring',
      cursor: null,
      ...filter,
    })

  function expected(passes: (row: TransactionListRow) => boolean, timeZone = OSLO) {
    const found = new Map<string, { count: number; heldMinor: number }>()
    for (const row of everything.filter(passes)) {
      const due = sectionOf(row, timeZone)
      if (due === null || due === 'unknown') continue
      const key = `${due} ${row.currency}`
      const { count, heldMinor: held } = found.get(key) ?? { count: 0, heldMinor: 0 }
      found.set(key, { count: count + 1, heldMinor: held + heldMinor(row.totals) })
    }
    return found
  }

  const asMap = (list: Awaited<ReturnType<typeof sums>>) =>
    new Map(
      list?.map(({ due, currency, count, heldMinor: held }) => [
        `${due} ${currency}`,
        { count, heldMinor: held },
      ]),
    )

  it('are of whole sections, whichever is listed, in the reader’s days', async () => {
    expect(asMap(await sums())).toEqual(expected(() => true))
    expect(asMap(await sums({ due: 'week' }))).toEqual(expected(() => true))
    const zone = 'America/Los_Angeles'
    expect(asMap(await sums({ timeZone: zone }))).toEqual(expected(() => true, zone))
    expect(expected(() => true, zone)).not.toEqual(expected(() => true))
  })

  it('are of the connections in scope', async () => {
    const ids = idsOf(await allRows({ scope: [payments.otherConnectionId] }))
    const own = await sums({ scope: [payments.otherConnectionId] })
    expect(asMap(own)).toEqual(expected(({ id }) => ids.includes(id)))
    expect(await sums({ scope: [] })).toEqual([])
  })

  it('are not told of a search, nor where filters have too many rows to test', async () => {
    expect(await sums({ search: 'hansen' })).toBeNull()
    expect(await sums({ currency: 'SEK' })).toBeNull()
  })

  it('are of what the other filters leave', async () => {
    // Few enough to be tested row by row.
    const days = { dueFrom: '2026-10-25', dueTo: '2026-10-25' }
    const listed = await allRows({ ...days, connectionId: payments.otherConnectionId })
    const own = await sums({ ...days, scope: [payments.otherConnectionId], currency: 'NOK' })
    const isListed = ({ id, currency }: TransactionListRow) =>
      currency === 'NOK' && listed.some((row) => row.id === id)
    expect(asMap(own)).toEqual(expected(isListed))
  })
})
