import { describe, expect, it } from 'vitest'
import { i18nFor } from '@/lib/i18n/i18n'
import { firstEntry, problemToShow, readEntry, type AmountEntry } from './amount-entry'
import { amountModes } from './amount-modes'
import { pickAll, pickStateOfAll, stepQuantity, withLine } from './line-picks'

const en = i18nFor('en', 'Europe/Oslo')
const nb = i18nFor('nb', 'Europe/Oslo')
const NOTHING = { quantityMicros: 0, amountMinor: 0 }
const PIECE = 1_000_000

function item(lineId: string, pieces: number, amountMinor: number) {
  return {
    lineId,
    sku: null,
    description: `Item ${lineId}`,
    kind: 'physical',
    vatAmountMinor: null,
    vatBasisPoints: 2500,
    grossAmountMinor: null,
    quantityMicros: pieces * PIECE,
    amountMinor,
  }
}

const payment = {
  provider: 'dintero',
  method: 'klarna.klarna',
  items: [
    { item: item('1', 3, 10000), captured: NOTHING, refunded: NOTHING },
    {
      item: item('2', 2, 5000),
      captured: { quantityMicros: PIECE, amountMinor: 2500 },
      refunded: NOTHING,
    },
    {
      item: item('3', 1, 900),
      captured: { quantityMicros: PIECE, amountMinor: 900 },
      refunded: NOTHING,
    },
  ],
  totals: { authorizedMinor: 15900, capturedMinor: 3400, refundedMinor: 0, releasedMinor: 0 },
} as const

const modes = amountModes('capture', payment, 12500, en.t)

function entry(part: Partial<AmountEntry>): AmountEntry {
  return { ...firstEntry(modes), ...part }
}

const lines = (quantities: Record<string, string>) => entry({ mode: 'lines', quantities })
const amount = (amountText: string) => entry({ mode: 'amount', amountText })

describe('readEntry', () => {
  it('takes no half pieces of an order in whole pieces (H11)', () => {
    expect(readEntry(lines({ '1': '0.5' }), modes, 'NOK', en)).toEqual({
      ok: false,
      problem: 'Whole pieces only.',
      field: '1',
    })
    expect(readEntry(lines({ '1': '2' }), modes, 'NOK', en)).toMatchObject({ ok: true })
  })

  it('takes fractions of an order that has them, and the rest of a piece (H11)', () => {
    const [first, second, third] = payment.items
    const weighed = { ...third, item: item('3', 0.35, 900), captured: NOTHING }
    const totals = { ...payment.totals, capturedMinor: 2500 }
    const byWeight = { ...payment, items: [first, second, weighed], totals }
    const open = amountModes('capture', byWeight, 13400, en.t)
    expect(readEntry(lines({ '1': '0.5' }), open, 'NOK', en)).toMatchObject({ ok: true })

    const half = { quantityMicros: 0.5 * PIECE, amountMinor: 1250 }
    const begun = { ...payment, items: [first, { ...second, captured: half }, third] }
    const rest = { ...begun, totals: { ...payment.totals, capturedMinor: 2150 } }
    const left = amountModes('capture', rest, 13750, en.t)
    expect(readEntry(lines({ '2': '1.5' }), left, 'NOK', en)).toMatchObject({ ok: true })
    expect(readEntry(lines({ '2': '0.5' }), left, 'NOK', en)).toMatchObject({ ok: false })
  })

  it('starts with everything that is left', () => {
    expect(readEntry(firstEntry(modes), modes, 'NOK', en)).toEqual({
      ok: true,
      choice: { mode: 'all', amountMinor: 12500 },
    })
  })

  it.each([
    ['10.', 1000],
    ['1,5', 150],
    ['100,00', 10000],
    ['125', 12500],
  ])('reads the amount %s', (text, amountMinor) => {
    expect(readEntry(amount(text), modes, 'NOK', en)).toMatchObject({ choice: { amountMinor } })
  })

  it.each(['', 'ten', '1,234,5', '0', '-5', '1,005,1', '125,01'])(
    'refuses the amount “%s” in words',
    (text) => {
      expect(readEntry(amount(text), modes, 'NOK', en)).toMatchObject({
        ok: false,
        field: 'amount',
      })
    },
  )

  it('adds up lines by quantity, with the rounding in the last piece', () => {
    expect(readEntry(lines({ '1': '2' }), modes, 'NOK', en)).toMatchObject({
      choice: { mode: 'lines', amountMinor: 6667 },
    })
    expect(readEntry(lines({ '1': '3', '2': '1' }), modes, 'NOK', en)).toMatchObject({
      choice: { amountMinor: 12500 },
    })
  })

  it('names the line of a quantity that is too much or unreadable', () => {
    for (const text of ['4', 'x', '-1']) {
      expect(readEntry(lines({ '1': text }), modes, 'NOK', en)).toMatchObject({ field: '1' })
    }
    expect(readEntry(lines({ '1': '3.5' }), modes, 'NOK', en)).toMatchObject({
      problem: en.t('amounts.lines.onlyLeft', { quantity: '3' }),
    })
  })

  it('refuses lines above the maximum, which is lower by an amount pending elsewhere', () => {
    const fewer = amountModes('capture', payment, 9_999, en.t)
    expect(readEntry(lines({ '1': '3' }), fewer, 'NOK', en)).toMatchObject({
      ok: false,
      field: 'lines',
    })
    const enough = amountModes('capture', payment, 10_000, en.t)
    expect(readEntry(lines({ '1': '3' }), enough, 'NOK', en)).toMatchObject({ ok: true })
  })

  it('refuses an entry of a closed way with the reason', () => {
    const closed = amountModes('capture', { ...payment, method: 'collector.invoice' }, 12500, en.t)
    expect(readEntry(amount('10'), closed, 'NOK', en)).toEqual({
      ok: false,
      problem: closed.closed.amount,
      field: 'mode',
    })
  })

  it("shows an amount's error at its field, an error of lines elsewhere", () => {
    const wrong = readEntry(amount('x'), modes, 'NOK', en)
    expect(problemToShow(wrong, true)).toBeNull()
    expect(problemToShow(readEntry(firstEntry(modes), modes, 'NOK', en), true)).toBeNull()
    const tooMuch = { ok: false, problem: 'Too much.', field: 'lines' } as const
    expect(problemToShow(tooMuch, false)).toBe('Too much.')
  })

  it('accepts a line of which only money is left', () => {
    const [first, ...others] = payment.items
    const captured = { quantityMicros: 3 * PIECE, amountMinor: 9_000 }
    const items = [{ ...first, captured }, ...others]
    const totals = { ...payment.totals, capturedMinor: 12_400 }
    const rest = amountModes('capture', { ...payment, items, totals }, 3_500, en.t)
    expect(readEntry(lines({ '1': '0' }), rest, 'NOK', en)).toMatchObject({
      choice: { amountMinor: 1_000 },
    })
  })

  it('leaves out lines with quantity zero', () => {
    expect(readEntry(lines({ '1': '0', '2': '1' }), modes, 'NOK', en)).toMatchObject({
      choice: { amountMinor: 2_500, lines: [{ lineId: '2' }] },
    })
  })

  it('drops lines that were captured meanwhile, and empty quantities', () => {
    expect(readEntry(lines({ '3': '1', '1': '' }), modes, 'NOK', en)).toMatchObject({
      field: 'lines',
      missing: true,
    })
  })

  it('reports a missing entry only with showErrors', () => {
    const reading = readEntry(lines({}), modes, 'NOK', en)
    expect(problemToShow(reading, false)).toBeNull()
    expect(problemToShow(reading, true)).toBe('Pick at least one line.')
  })
})

describe('amountModes', () => {
  it('leaves the lines open after a capture by amount, each within what is left (H3)', () => {
    const totals = { ...payment.totals, capturedMinor: 12_400 }
    const after = amountModes('capture', { ...payment, totals }, 3_500, en.t)
    expect(after.closed.lines).toBeNull()
    expect(after.untiedMinor).toBe(9_000)
    expect(readEntry(lines({ '1': '2' }), after, 'NOK', en)).toMatchObject({
      ok: false,
      field: '1',
    })
    expect(readEntry(lines({ '1': '1' }), after, 'NOK', en)).toMatchObject({
      choice: { amountMinor: 3_333 },
    })
    expect(readEntry(lines({ '1': '1', '2': '1' }), after, 'NOK', en)).toMatchObject({
      ok: false,
      field: 'lines',
    })
  })

  it('closes the lines where only the whole can be captured', () => {
    const klarna = { ...payment, provider: 'bambora-checkout', method: 'bambora.klarna' } as const
    expect(amountModes('capture', klarna, 12500, en.t).closed.lines).toMatch(
      /only be captured as a/,
    )
  })

  it('closes everything where a refund takes from one of several captures', () => {
    const card = { ...payment, provider: 'oppwa', method: 'oppwa.visa' } as const
    const steps = amountModes('refund', card, 2500, en.t)
    expect(steps.closed.all).toMatch(/takes several refunds/)
    expect(firstEntry(steps).mode).not.toBe('all')
    expect(amountModes('refund', card, 3400, en.t).closed.all).toBeNull()
  })

  it('closes the amount where the method needs lines', () => {
    const { closed, wholeLines } = amountModes(
      'capture',
      { ...payment, method: 'collector.invoice' },
      12500,
      en.t,
    )
    expect(closed.amount).toMatch(/needs order lines/)
    expect(closed.all).toBeNull()
    expect(wholeLines).toBe(true)
  })

  it('begins with the first way that is open', () => {
    const method = 'instabank.invoice'
    const closed = amountModes('capture', { ...payment, method }, 9999, en.t)
    expect(closed.closed.all).not.toBeNull()
    expect(firstEntry(closed).mode).toBe('lines')
  })
})

describe('line picks', () => {
  it('picks every open line, and detects that all are picked', () => {
    const all = pickAll(modes, en.formats)
    expect(all).toEqual({ '1': '3', '2': '1' })
    expect(pickStateOfAll(modes, all, en.formats)).toBe('all')
    expect(pickStateOfAll(modes, { '1': '1' }, en.formats)).toBe('some')
    expect(pickStateOfAll(modes, {}, en.formats)).toBe('none')
  })

  it('removes a picked line', () => {
    const [line] = modes.left ?? []
    expect(line && withLine({ '1': '3', '2': '1' }, line, false, en.formats)).toEqual({ '2': '1' })
  })

  it('steps within what is left, parts of pieces too', () => {
    const three = { mostMicros: 3 * PIECE }
    const third = { mostMicros: 350_000 }
    expect(stepQuantity('1', 1, en.formats, three)).toBe('2')
    expect(stepQuantity('3', 1, en.formats, three)).toBe('3')
    expect(stepQuantity('0', 1, en.formats, third)).toBe('0.35')
    expect(stepQuantity('0', 1, nb.formats, third)).toBe('0,35')
    expect(stepQuantity('0,35', -1, nb.formats, third)).toBe('0')
    expect(stepQuantity('x', 1, en.formats, three)).toBe('1')
  })
})
