import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { NextIntlClientProvider } from 'next-intl'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { batchKindsFor } from '@/components/transactions/select/candidates'
import type { Role } from '@/lib/domain/access/permission'
import type { TransactionListRow } from '@/lib/domain/view/transaction-view'
import { i18nFor } from '@/lib/i18n/i18n'
import { MESSAGES } from '@/messages'
import { PaymentRows } from './payment-rows'
import { rowData, type RowData } from './row-data'

const NOW = new Date('2026-12-01T12:00:00Z')
const { t } = i18nFor('en', 'Europe/Oslo')

const HELD: TransactionListRow = {
  id: '0197a1f0-7c3e-7000-8000-000000000001',
  status: 'authorized',
  provider: 'dintero',
  method: 'klarna.klarna',
  currency: 'NOK',
  amountMinor: 1_249_00,
  totals: { authorizedMinor: 1_249_00, capturedMinor: 0, refundedMinor: 0, releasedMinor: 0 },
  orderReference: 'ORDER-2026-10234',
  customerName: 'Kari Nordmann',
  isBusiness: false,
  captureDeadline: { at: new Date('2026-12-03T10:00:00Z'), source: 'usual_for_method' },
  createdAt: new Date('2026-11-30T08:30:00Z'),
  openOperation: null,
}

/** Bytes of a row in the document, as elements and as data. */
const MOST_BYTES = { html: 1_740, data: 520 }

function dataOf(row: TransactionListRow, role: Role = 'admin'): RowData {
  return rowData(row, {}, { role, kinds: batchKindsFor(role), t })
}

function markup(row: RowData, tickHint: string | null = 'tick-hint'): string {
  return renderToString(
    <AppRouterContext value={null}>
      <NextIntlClientProvider locale="en" messages={MESSAGES.en} timeZone="Europe/Oslo">
        <table>
          <tbody>
            <PaymentRows rows={[row]} now={NOW} tickHint={tickHint} />
          </tbody>
        </table>
      </NextIntlClientProvider>
    </AppRouterContext>,
  )
}

/** What can be read of a row, cell by cell. */
function cells(html: string): readonly string[] {
  return [...html.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) =>
    cell
      .replace(/<!-- -->/g, '')
      .replace(/<[^>]*>/g, '')
      .replaceAll(/\s/g, ' ')
      .trim(),
  )
}

it('list rows: a row is small, as elements and as data', () => {
  const row = dataOf(HELD)
  const html = markup(row)
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(MOST_BYTES.html)
  // A script of the document holds the data, with its quotes escaped.
  const data = JSON.stringify(JSON.stringify(row))
  expect(Buffer.byteLength(data)).toBeLessThanOrEqual(MOST_BYTES.data)
})

it('list rows: a row says what the payment is, and what to do next', () => {
  expect(cells(markup(dataOf(HELD)))).toEqual([
    '',
    'by ≈ 3 Decin 1 d Reckoned: usual for this method; the provider gave no date',
    'ORDER-2026-10234Kari Nordmann',
    'Authorized',
    'KlarnaDintero',
    '1,249.00 NOK',
    '–NOK 0.00',
    '–NOK 0.00',
    '1,249.00 NOK',
    'created 30 Nov09:30Capture',
  ])
  expect(dataOf(HELD, 'viewer').amounts).toEqual({})
  expect(cells(markup(dataOf(HELD, 'viewer'), null))).toHaveLength(9)
})

it('list rows: what was asked for and not granted stands in brackets, and holds nothing', () => {
  const totals = { ...HELD.totals, authorizedMinor: 0 }
  const row = dataOf({ ...HELD, status: 'declined', totals })
  expect(row).toMatchObject({ requested: 1_249_00, next: 'open' })
  expect(row.due).toBeUndefined()
  const read = cells(markup(row))
  expect(read[1]).toBe('–No date')
  expect(read[5]).toBe('Asked for, not authorized: (1,249.00) NOK')
})

it('list rows: a contradiction is said, and what is held is left open', () => {
  const totals = { ...HELD.totals, capturedMinor: 2_000_00 }
  const read = cells(markup(dataOf({ ...HELD, totals })))
  expect(read[3]).toContain(t('transactions.row.contradiction'))
  expect(read[8]).toBe('')
})

it('list rows: an operation under way and a refusal are said beside the status', () => {
  const open = { kind: 'capture', state: 'unknown' } as const
  const row = rowData(
    { ...HELD, openOperation: open },
    { refused: 'capture' },
    {
      role: 'admin',
      kinds: [],
      t,
    },
  )
  const read = cells(markup(row))[3]
  expect(read).toContain(t('openOperations.capture.unknown'))
  expect(read).toContain(t('transactions.row.refused', { what: t('operationKinds.capture') }))
})

it('list rows: tags stand beside the status', () => {
  const row = rowData(HELD, { tags: ['backorder', 'vip'] }, { role: 'staff', kinds: [], t })
  expect(cells(markup(row))[3]).toBe('AuthorizedTag: backorderTag: vip')
})
