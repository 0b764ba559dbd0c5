import { describe, expect, it } from 'vitest'
import { i18nFor } from '@/lib/i18n/i18n'
import {
  isBlank,
  ratesOf,
  readNewItem,
  readOrder,
  vatOf,
  type NewItemEntry,
  type OrderEntry,
} from './order-entry'

const en = i18nFor('en', 'Europe/Oslo')
const PIECE = 1_000_000
const captured = { quantityMicros: PIECE, amountMinor: 5000 }

const order = {
  currency: 'NOK',
  totals: { authorizedMinor: 10000, capturedMinor: 5000, refundedMinor: 0, releasedMinor: 0 },
  items: [
    {
      item: {
        lineId: '1',
        sku: null,
        description: 'Jumper',
        kind: 'physical',
        vatAmountMinor: 2000,
        vatBasisPoints: 2500,
        grossAmountMinor: null,
        quantityMicros: 2 * PIECE,
        amountMinor: 10000,
      },
      captured,
      refunded: { quantityMicros: 0, amountMinor: 0 },
    },
  ],
} as const

const cap: NewItemEntry = {
  key: 1,
  description: 'Cap',
  quantityText: '2',
  priceText: '100,00',
  vatText: '25',
}

function read(part: Partial<OrderEntry>, totals = {}, maxMinor = 200_000_000) {
  const entry = { additions: [], quantities: {}, pricesIncludeVat: true, note: '', ...part }
  const held = { ...order, totals: { ...order.totals, ...totals } }
  return readOrder(entry, held, maxMinor, en)
}

describe('vatOf', () => {
  it('is the VAT of the changed order, and unknown if that of one line is', () => {
    const reading = read({ additions: [cap], quantities: { '1': '1' } })
    if (!reading.ok) throw new Error(reading.error.code)
    expect(vatOf(reading.value.items)).toBe(1000 + 4000)
    expect(vatOf([{ ...order.items[0].item, vatAmountMinor: null }])).toBeNull()
  })
})

describe('readNewItem', () => {
  it('computes net, VAT and total from prices with and without VAT', () => {
    expect(readNewItem(cap, true, 'NOK', en).amounts).toEqual({
      amountMinor: 20000,
      netMinor: 16000,
      vatMinor: 4000,
    })
    expect(readNewItem(cap, false, 'NOK', en).amounts).toEqual({
      amountMinor: 25000,
      netMinor: 20000,
      vatMinor: 5000,
    })
  })

  it('has figures before the description is typed, but is incomplete', () => {
    const { item, amounts, problems } = readNewItem({ ...cap, description: ' ' }, true, 'NOK', en)
    expect(amounts?.amountMinor).toBe(20000)
    expect(item).toBeNull()
    expect(problems).toEqual({ description: 'Describe the item.' })
  })

  it('reports an error for every wrong field', () => {
    const wrong = { ...cap, quantityText: '0', priceText: 'x', vatText: '101' }
    expect(Object.keys(readNewItem(wrong, true, 'NOK', en).problems)).toEqual([
      ...['quantity', 'price', 'vat'],
    ])
  })

  it('is blank until a field is changed', () => {
    expect(isBlank({ ...cap, description: '', priceText: '' })).toBe(true)
    expect(isBlank(cap)).toBe(false)
  })
})

describe('readOrder', () => {
  it('adds items to the order', () => {
    expect(read({ additions: [cap] })).toMatchObject({
      value: { entry: { amountMinor: 30000, changes: [], reason: null } },
    })
  })

  it('leaves blank lines out', () => {
    const blank = { ...cap, key: 2, description: '', priceText: '' }
    expect(read({ additions: [cap, blank] })).toMatchObject({
      value: { entry: { additions: [{ description: 'Cap' }] } },
    })
    expect(read({ additions: [blank] })).toMatchObject({ error: { code: 'nothing_changed' } })
  })

  it('changes quantities, but not below what is captured', () => {
    expect(read({ quantities: { '1': '3' } })).toMatchObject({
      value: { entry: { amountMinor: 15000 } },
    })
    expect(read({ quantities: { '1': '1' } })).toMatchObject({
      value: { entry: { amountMinor: 5000 } },
    })
    expect(read({ quantities: { '1': '0' } })).toMatchObject({
      error: { code: 'quantity_below_captured' },
    })
  })

  it('does not count a quantity that is the same as before', () => {
    expect(read({ quantities: { '1': '2' } })).toMatchObject({ error: { code: 'nothing_changed' } })
  })

  it('refuses an order below what is captured and released', () => {
    const less = { quantities: { '1': '1' } }
    expect(read(less, { releasedMinor: 1 })).toMatchObject({ error: { code: 'below_captured' } })
    const untied = read(less, { capturedMinor: 5001 })
    expect(untied).toMatchObject({ error: { code: 'line_indivisible' } })
    expect(read(less, { capturedMinor: 4000, releasedMinor: 1000 })).toMatchObject({ ok: true })
  })

  it('refuses an order above the maximum', () => {
    expect(read({ additions: [cap] }, {}, 30_000)).toMatchObject({ ok: true })
    expect(read({ additions: [cap] }, {}, 29_999)).toMatchObject({
      error: { code: 'amount_too_large' },
    })
  })

  it('refuses half a piece in an order of whole pieces (H11)', () => {
    expect(read({ quantities: { '1': '0.5' } })).toMatchObject({
      error: { code: 'whole_pieces_only' },
    })
  })

  it('refuses an unreadable line and an unfinished one', () => {
    expect(read({ quantities: { '1': 'x' } })).toMatchObject({
      error: { code: 'quantity_unreadable' },
    })
    const begun = { ...cap, description: '' }
    expect(read({ additions: [cap, begun] })).toMatchObject({ error: { code: 'item_incomplete' } })
  })

  it('keeps a note as the reason, and prices without VAT', () => {
    expect(read({ additions: [cap], note: '  Added by phone ' })).toMatchObject({
      value: { entry: { reason: 'Added by phone' } },
    })
    expect(read({ additions: [cap], pricesIncludeVat: false })).toMatchObject({
      value: { entry: { amountMinor: 35_000 } },
    })
  })

  it('lists the VAT rates of the order, the most common first', () => {
    expect(ratesOf(order.items)).toEqual([2500])
    const [line] = order.items
    const at = (vatBasisPoints: number | null) => ({
      ...line,
      item: { ...line.item, vatBasisPoints },
    })
    expect(ratesOf([at(1500), at(2500), at(null), at(2500)])).toEqual([2500, 1500])
  })
})
