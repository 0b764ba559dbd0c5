import { describe, expect, it } from 'vitest'
import { currencyExponent } from '@/lib/domain/money/currency'
import { deriveStatus } from '@/lib/domain/payment/transaction'
import type { TransactionSnapshot } from '@/lib/domain/payment/transaction-snapshot'
import { capability, type Situation } from '@/lib/domain/rules/capability'
import { itemProgress } from '@/lib/domain/rules/item-progress'
import { everythingLeft, selectLines } from '@/lib/domain/rules/line-selection'
import { linesToCapture, linesToRefund } from '@/lib/domain/rules/lines-left'
import { fixtures, withEvents } from './fixtures'
import { mapTransaction } from './mapper'

/**
 * Faults of other clients (fact sheet §15) that are kept away before anything is sent. 15 and 30
 * cannot be had: all lines come from the provider.
 */

const PIECE = 1_000_000

function snapshotOf(json: unknown): TransactionSnapshot {
  const mapped = mapTransaction(json)
  if (!mapped.ok) throw new Error(mapped.problem)
  return mapped.snapshot
}

function situationOf(snapshot: TransactionSnapshot): Situation {
  const status = deriveStatus(snapshot.phase, snapshot.totals)
  return { ...snapshot, provider: 'dintero', status, openOperation: null, operations: [] }
}

function authorizedWith(members: Readonly<Record<string, unknown>>): TransactionSnapshot {
  return snapshotOf({ ...fixtures.authorized, ...members })
}

function refundable(snapshot: TransactionSnapshot) {
  return linesToRefund(itemProgress(snapshot.items, snapshot.events), snapshot.totals) ?? []
}

function capturable(snapshot: TransactionSnapshot) {
  const progress = itemProgress(snapshot.items, snapshot.events)
  return linesToCapture(progress, snapshot.totals)
}

function line(lineId: string, amount: number, more: object = {}): object {
  return { line_id: lineId, description: lineId, quantity: 3, amount, vat: 25, ...more }
}

describe('Dintero, known defects of states', () => {
  it.each([
    ['2', { status: 'CAPTURED', payment_product_type: 'swish.swish' }],
    ['3', { status: 'REFUNDED', payment_product_type: 'swish.swish' }],
    ['4', { status: 'INITIATED' }],
    ['4', { status: 'ON_HOLD' }],
  ])('known defect %s: %j can’t be captured', (_, members) => {
    expect(capability('capture', situationOf(authorizedWith(members))).allowed).toBe(false)
  })

  it('known defect 23: the rest can be captured whole after a refund', () => {
    const events = [fixtures.refundBeforeRest]
    const snapshot = snapshotOf(withEvents(fixtures.partiallyCaptured, events))
    const result = capability('capture', situationOf(snapshot))
    expect(result).toMatchObject({ allowed: true, maxMinor: 259_400 - 119_700 })
  })

  it.each(['swish.swish', 'payex.swish'])(
    'known defect 24: %s is refunded, never voided',
    (type) => {
      const paid = situationOf(authorizedWith({ status: 'CAPTURED', payment_product_type: type }))
      expect(capability('void', paid)).toMatchObject({ denialReason: 'no_authorization_phase' })
      expect(capability('refund', paid)).toMatchObject({ allowed: true, maxMinor: 259_400 })
    },
  )
})

describe('Dintero, known defects of lines', () => {
  it('known defect 5: lines that don’t add up to the amount are never sent', () => {
    expect(capturable(authorizedWith({ amount: 259_401 }))).toBeNull()
  })

  it('known defect 6: a third of 100,00 three times is 100,00', () => {
    const snapshot = authorizedWith({ items: [line('1', 10_000)], amount: 10_000 })
    const [left] = capturable(snapshot) ?? []
    const amounts = [0, 1, 2].map((taken) => {
      if (left === undefined) throw new Error('nothing is left')
      const part = {
        ...left,
        moved: { quantityMicros: taken * PIECE, amountMinor: [0, 3333, 6667][taken] ?? 0 },
        leftQuantityMicros: (3 - taken) * PIECE,
        leftAmountMinor: 10_000 - ([0, 3333, 6667][taken] ?? 0),
      }
      const choice = { lineId: '1', quantityMicros: PIECE, amountMinor: null }
      const selected = selectLines([part], [choice])
      return selected.ok ? selected.value.amountMinor : 0
    })
    expect(amounts).toEqual([3333, 3334, 3333])
  })

  it('known defect 7: a line is named as the provider names it', () => {
    const choice = { lineId: 'SKU-BOOK', quantityMicros: PIECE, amountMinor: null }
    const selected = selectLines(capturable(snapshotOf(fixtures.authorized)) ?? [], [choice])
    expect(selected).toMatchObject({ error: { code: 'unknown_line' } })
  })

  it('known defect 8: where two lines share a name nothing goes by line', () => {
    const items = [line('1', 5_000), line('1', 5_000)]
    expect(capturable(authorizedWith({ items, amount: 10_000 }))).toBeNull()
  })

  it.each([
    ['9', 'shipping', 'ship-home'],
    ['10', 'surcharge', 'fee-1'],
  ])('known defect %s: a %s line is refunded alone, under its own name', (_, type, lineId) => {
    const items = [line('1', 5_000), line(lineId, 900, { type, quantity: 1 })]
    const capture = { ...fixtures.closingCapture, amount: 5_900, items }
    const order = { ...fixtures.authorized, items, amount: 5_900 }
    const snapshot = snapshotOf(withEvents(order, [capture], { status: 'CAPTURED' }))
    const choice = { lineId, quantityMicros: PIECE, amountMinor: null }
    expect(selectLines(refundable(snapshot), [choice])).toMatchObject({
      value: { amountMinor: 900, lines: [{ lineId }] },
    })
  })

  it.each([-100, 0])('known defect 11: %i can’t be refunded of a line', (amountMinor) => {
    const left = refundable(snapshotOf(fixtures.partiallyCaptured))
    const choice = { lineId: '3', quantityMicros: PIECE, amountMinor }
    expect(selectLines(left, [choice]).ok).toBe(false)
  })

  it('known defect 12: after a refund it is known what is left of each line', () => {
    const events = [fixtures.refundBeforeRest]
    const left = refundable(snapshotOf(withEvents(fixtures.partiallyCaptured, events)))
    expect(left.map((one) => [one.item.lineId, one.leftAmountMinor])).toEqual([
      ...[
        ['1', 79_900],
        ['2', 0],
        ['3', 0],
      ],
      ['ship-home', 9_900],
    ])
  })

  it('known defect 14: a discount is counted once, in whatever parts a line is captured', () => {
    const items = [line('1', 9_000, { quantity: 2, gross_amount: 10_000 })]
    const order = { ...fixtures.authorized, items, amount: 9_000 }
    const captured = { ...line('1', 4_500), quantity: 1 }
    const event = { ...fixtures.closingCapture, amount: 4_500, items: [captured] }
    const snapshot = snapshotOf(withEvents(order, [event], { status: 'PARTIALLY_CAPTURED' }))
    const left = capturable(snapshot) ?? []
    expect(selectLines(left, everythingLeft(left))).toMatchObject({ value: { amountMinor: 4_500 } })
  })
})

describe('Dintero, known defects of amounts', () => {
  it('known defect 21: a capture shows its own amount, not the order’s', () => {
    const { events, amountMinor } = snapshotOf(fixtures.partiallyCaptured)
    expect(events.at(-1)?.amountMinor).toBe(119_700)
    expect(amountMinor).toBe(259_400)
  })

  it('known defect 22: a failed capture after a good one is not the captured amount', () => {
    const failed = { ...fixtures.captureFailed, id: '4', amount: 139_700 }
    const snapshot = snapshotOf(withEvents(fixtures.partiallyCaptured, [failed]))
    expect(snapshot.totals.capturedMinor).toBe(119_700)
    expect(snapshot.events.map(({ state }) => state).slice(-2)).toEqual(['succeeded', 'failed'])
  })

  it('known defect 31: decimals are the currency’s, whatever a shop shows', () => {
    expect(['NOK', 'EUR', 'JPY'].map(currencyExponent)).toEqual([2, 2, 0])
  })
})
