import { strFromU8, unzipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { exportBatches } from '@/db/queries/listing/list-export'
import { EVERYTHING } from '@/lib/domain/listing/list-filter'
import type {
  EventKind,
  OrderItem,
  TransactionEvent,
} from '@/lib/domain/payment/transaction-snapshot'
import { tableStream, type TableFormat } from '@/lib/format/table/table-stream'
import { i18nFor } from '@/lib/i18n/i18n'
import { captureEvent } from '@/testing/capture-event'
import { startListedPayments, type ListedPayments } from '@/testing/listed-payments'
import { exportRows } from './export-rows'

vi.hoisted(() => {
  process.env.PAYDESK_LIMITS = JSON.stringify({ export: { rows: 60, rowsAtOnce: 20 } })
})

const PIECE = 1_000_000
const ZONE = 'Europe/Oslo'
const SWEATER: OrderItem = {
  lineId: '1',
  sku: null,
  description: 'Wool sweater',
  quantityMicros: 2 * PIECE,
  amountMinor: 9_000,
  vatAmountMinor: null,
  vatBasisPoints: null,
  kind: 'physical',
  grossAmountMinor: null,
}
const MUG = {
  ...SWEATER,
  lineId: '2',
  description: 'Mug;=1+1',
  quantityMicros: PIECE,
  amountMinor: 1_000,
}

let payments: ListedPayments

beforeAll(async () => {
  payments = await startListedPayments()
})
afterAll(() => payments.stop())
afterEach(() => vi.restoreAllMocks())

function moved(kind: EventKind, change: Partial<TransactionEvent> = {}): TransactionEvent {
  const line = { lineId: '1', quantityMicros: PIECE, amountMinor: 4_500 }
  const event = { kind, providerEventId: kind, amountMinor: 4_500, lines: [line] }
  return captureEvent({ ...event, ...change })
}

/** An order of 100,00 of which one sweater is captured and given back. */
async function addOrder(orderReference: string): Promise<void> {
  const failed = { providerEventId: 'failed', state: 'failed' } as const
  await payments.add({
    orderReference,
    items: [SWEATER, MUG],
    events: [moved('authorize'), moved('capture'), moved('capture', failed), moved('refund')],
    totals: {
      authorizedMinor: 10_000,
      capturedMinor: 4_500,
      refundedMinor: 4_500,
      releasedMinor: 0,
    },
  })
}

async function exported(format: TableFormat, search: string): Promise<Uint8Array> {
  const filter = {
    ...EVERYTHING,
    scope: 'all' as const,
    search,
    timeZone: ZONE,
    now: new Date(),
    cursor: null,
  }
  const rows = exportRows(exportBatches(payments.database, filter), i18nFor('en', ZONE))
  return new Uint8Array(
    await new Response(tableStream(format, { timeZone: ZONE, name: '' }, rows)).arrayBuffer(),
  )
}

const textOf = async (format: TableFormat, search: string) =>
  new TextDecoder().decode(await exported(format, search))

describe('export: the order lines of each payment', () => {
  const NAMED = '2 × Wool sweater (1 captured, 1 refunded), 1 × Mug;'

  it('stand in its last column, in each kind of file, and begin no formula (H6)', async () => {
    await addOrder('LINES-1')
    const [heading, row] = (await textOf('csv', 'LINES-1')).split('\r\n')
    expect(heading).toMatch(/,Order lines$/)
    expect(row?.endsWith(`,"${NAMED}'=1+1"`)).toBe(true)
    const [, spreadsheetRow] = (await textOf('csv_semicolon', 'LINES-1')).split('\r\n')
    expect(spreadsheetRow?.endsWith(`;"${NAMED}'=1+1"`)).toBe(true)
    const sheet = unzipSync(await exported('xlsx', 'LINES-1'))['xl/worksheets/sheet1.xml']
    expect(strFromU8(sheet ?? new Uint8Array())).toContain(
      `<t xml:space="preserve">${NAMED}=1+1</t></is></c></row>`,
    )
  })

  it('are read with their payments: no statement more for each of them (H6)', async () => {
    const statements = async (search: string) => {
      const run = vi.spyOn(payments.database, 'run')
      const lines = (await textOf('csv', search)).split(NAMED).length - 1
      const count = run.mock.calls.length
      run.mockRestore()
      return { lines, count }
    }
    await addOrder('FEW-1')
    for (let n = 0; n < 15; n += 1) await addOrder(`MANY-${n}`)
    const [few, many] = [await statements('FEW-'), await statements('MANY-')]
    expect([few.lines, many.lines]).toEqual([1, 15])
    expect(many.count).toBe(few.count)
  })

  it('leave the cell empty where an order has none (H6)', async () => {
    await payments.add({ orderReference: 'BARE-1' })
    const [, row] = (await textOf('csv', 'BARE-1')).split('\r\n')
    expect(row).toMatch(/,$/)
  })
})

it('export: a date that the provider told and one that we reckon are told apart', async () => {
  const at = new Date('2030-01-31T23:30:00Z')
  await payments.add({ orderReference: 'DATE-1', captureDeadline: { at, source: 'provider' } })
  const captureDeadline = { at, source: 'usual_for_method' } as const
  await payments.add({ orderReference: 'DATE-2', captureDeadline })
  await payments.add({ orderReference: 'DATE-3', captureDeadline: null })
  const [heading, ...rows] = (await textOf('csv', 'DATE-')).split('\r\n')
  expect(heading).toMatch(/^Capture by \(Europe\/Oslo\),That date is,/)
  const starts = rows.slice(0, 3).map((row) => row.split(',').slice(0, 3).join(','))
  expect(starts.toSorted()).toEqual([
    ',,DATE-3',
    '2030-02-01 00:30:00,From the provider,DATE-1',
    '2030-02-01 00:30:00,Reckoned from the method,DATE-2',
  ])
})
