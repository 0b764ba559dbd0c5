import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { BOOK, CUPS, ONE_SWEATER, ORDER, SWEATER, TOTAL } from '../../testing/example-order'
import { TestSandbox, type ApiClient } from '../../testing/test-sandbox'

let sandbox: TestSandbox
let api: ApiClient
beforeAll(async () => {
  sandbox = await TestSandbox.start()
})
beforeEach(async () => {
  await sandbox.control('POST', 'reset')
  api = await sandbox.signIn()
})
afterAll(() => sandbox.close())

/** Status of a call, and the sums afterwards. */
async function capture(id: string, body: unknown): Promise<number> {
  return (await api.operate(id, 'capture', body)).status
}

describe('sandbox Dintero: the form of a body', () => {
  it.each([
    ['no body', undefined],
    ['broken JSON', '{"amount":'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a fraction', { amount: 10.5 }],
    ['a text', { amount: '100' }],
    ['a negative amount', { amount: -100 }],
    ['nothing', { amount: 0 }],
    ['more than 32 bits', { amount: 2 ** 31 }],
    ['lines that are no list', { amount: 100, items: {} }],
    ['a line without line_id', { amount: 100, items: [{ amount: 100 }] }],
    ['a line without amount', { amount: 100, items: [{ line_id: '1' }] }],
    ['metadata without ext_', { amount: 100, metadata: { note: 'x' } }],
    ['metadata with a long key', { amount: 100, metadata: { [`ext_${'k'.repeat(125)}`]: 'x' } }],
    ['metadata with a long value', { amount: 100, metadata: { ext_a: 'v'.repeat(257) } }],
    ['metadata that is no text', { amount: 100, metadata: { ext_a: 1 } }],
  ])('is refused: %s', async (_name, body) => {
    const { id } = await sandbox.createTransaction({ status: 'CAPTURED' })
    const open = await sandbox.createTransaction()
    for (const [target, operation] of [
      [open.id, 'capture'],
      [id, 'refund'],
    ] as const) {
      const got = await api.operate(target, operation, body)
      expect(got.status).toBe(400)
      expect(got.body).toHaveProperty('error.message')
    }
    expect(await sandbox.totals(open.id)).toMatchObject({ captured: 0, failures: 0 })
    expect(await sandbox.totals(id)).toMatchObject({ refunded: 0 })
  })

  it('may hold unknown fields, and its metadata is on the event', async () => {
    const { id } = await sandbox.createTransaction()
    const got = await api.operate(id, 'capture', {
      id: 'plugin-field',
      amount: 100,
      metadata: { ext_operation: 'op-1', [`ext_${'k'.repeat(124)}`]: 'v'.repeat(256) },
    })
    expect(got.status).toBe(200)
    expect(got.body.events.at(-1)?.metadata).toMatchObject({ ext_operation: 'op-1' })
    expect(got.body.events.at(-1)).not.toHaveProperty('event_reference')
  })

  it.each([
    ['none', undefined, 200],
    ['an empty object', '{}', 200],
    ['null', 'null', 400],
    ['broken JSON', '{', 400],
    ['a number', '1', 400],
  ])('of a void may be: %s', async (_name, body, status) => {
    const { id } = await sandbox.createTransaction()
    expect((await api.operate(id, 'void', body)).status).toBe(status)
  })
})

describe('sandbox Dintero: amounts', () => {
  it('above what is left are refused', async () => {
    const { id } = await sandbox.createTransaction({ amount: 1000 })
    expect(await capture(id, { amount: 1001 })).toBe(400)
    expect(await capture(id, { amount: 600 })).toBe(200)
    expect(await capture(id, { amount: 401 })).toBe(400)
    expect(await capture(id, { amount: 400 })).toBe(200)
    expect((await api.operate(id, 'refund', { amount: 1001 })).status).toBe(400)
    expect((await api.operate(id, 'refund', { amount: 1000 })).body.status).toBe('REFUNDED')
    expect((await api.operate(id, 'refund', { amount: 1 })).status).toBe(400)
  })

  it('stay consistent under many captures at the same time', async () => {
    const { id } = await sandbox.createTransaction({ amount: 1000 })
    const responses = await Promise.all(
      Array.from({ length: 20 }, () => capture(id, { amount: 300 })),
    )
    expect(responses.filter((status) => status === 200)).toHaveLength(3)
    expect(await sandbox.totals(id)).toMatchObject({ captured: 900, captures: 3 })
    const events = (await sandbox.truth(id)).events.map((event) => event.id)
    expect(events).toEqual(['1', '2', '3', '4', '5'])
  })

  it('of zero are accepted for an order of zero', async () => {
    const { id } = await sandbox.createTransaction({ method: 'dintero.zero', amount: 0, items: [] })
    expect((await api.operate(id, 'capture', { amount: 0 })).body.status).toBe('CAPTURED')
    expect((await api.operate(id, 'refund', { amount: 0 })).body.status).toBe('REFUNDED')
  })
})

describe('sandbox Dintero: states', () => {
  it.each([
    ['INITIATED', 400, 400, 400],
    ['ON_HOLD', 400, 400, 400],
    ['AUTHORIZED', 200, 400, 200],
    ['PARTIALLY_CAPTURED', 200, 200, 200],
    ['CAPTURED', 400, 200, 400],
    ['PARTIALLY_REFUNDED', 400, 200, 400],
    ['PARTIALLY_CAPTURED_REFUNDED', 200, 200, 200],
    ['REFUNDED', 400, 400, 400],
    ['AUTHORIZATION_VOIDED', 400, 400, 400],
    ['DECLINED', 400, 400, 400],
    ['FAILED', 400, 400, 400],
    ['UNKNOWN', 400, 400, 400],
  ])('%s: capture %d, refund %d, void %d', async (status, captured, refunded, voided) => {
    const outcomes: number[] = []
    for (const operation of ['capture', 'refund', 'void'] as const) {
      const { id, status: made } = await sandbox.createTransaction({ status })
      expect(made).toBe(status)
      const body = operation === 'void' ? undefined : { amount: 1 }
      outcomes.push((await api.operate(id, operation, body)).status)
    }
    expect(outcomes).toEqual([captured, refunded, voided])
  })

  it('are refused with the status of the setting', async () => {
    const { id } = await sandbox.createTransaction({ status: 'CAPTURED' })
    for (const refusalStatus of [403, 409]) {
      await sandbox.configure({ refusalStatus })
      expect(await capture(id, { amount: 1 })).toBe(refusalStatus)
      expect((await api.operate(id, 'refund', { amount: 100_001 })).status).toBe(refusalStatus)
    }
  })

  it('after a partial capture, a void releases the rest where the method can', async () => {
    const { id } = await sandbox.createTransaction({ status: 'PARTIALLY_CAPTURED' })
    const got = await api.operate(id, 'void')
    expect(got.body.status).toBe('PARTIALLY_CAPTURED')
    expect(got.body.events.at(-1)).not.toHaveProperty('amount')
    expect(await sandbox.totals(id)).toMatchObject({ released: true, capturable: 0 })
    expect(await capture(id, { amount: 1 })).toBe(400)
    expect((await api.operate(id, 'void')).status).toBe(400)
    expect((await api.operate(id, 'refund', { amount: 1 })).status).toBe(200)

    await sandbox.configure({ voidAfterPartCapture: 'captured', refusalStatus: 409 })
    const other = await sandbox.createTransaction({ status: 'PARTIALLY_CAPTURED' })
    expect((await api.operate(other.id, 'void')).body.status).toBe('CAPTURED')
    const walley = await sandbox.createTransaction({
      status: 'PARTIALLY_CAPTURED',
      method: 'collector.invoice',
    })
    expect((await api.operate(walley.id, 'void')).status).toBe(400)
  })

  it('after a refund of everything captured, the rest stays open or not, by setting', async () => {
    const [first, second] = [
      await sandbox.createTransaction(ORDER),
      await sandbox.createTransaction(ORDER),
    ]
    for (const { id } of [first, second]) await capture(id, { amount: 29900, items: [BOOK] })
    const open = await api.operate(first.id, 'refund', { amount: 29900 })
    expect(open.body.status).toBe('PARTIALLY_CAPTURED_REFUNDED')
    await sandbox.configure({ refundOfPartCapture: 'REFUNDED' })
    const closed = await api.operate(second.id, 'refund', { amount: 29900 })
    expect(closed.body.status).toBe('REFUNDED')
  })

  it('after a final capture of dintero_psp, the rest is released', async () => {
    const { id } = await sandbox.createTransaction({
      method: 'dintero_psp.creditcard',
      amount: 1000,
    })
    const got = await api.operate(id, 'capture', { amount: 400, final_capture: true })
    expect(got.body.events.map((event) => event.event).slice(2)).toEqual(['CAPTURE', 'VOID'])
    expect(await sandbox.totals(id)).toMatchObject({ captured: 400, capturable: 0 })
    const klarna = await sandbox.createTransaction({ amount: 1000 })
    await capture(klarna.id, { amount: 400, final_capture: true })
    expect(await sandbox.totals(klarna.id)).toMatchObject({ capturable: 600 })
  })
})

describe('sandbox Dintero: lines', () => {
  it.each([
    ['do not add up', { amount: 29901, items: [BOOK] }, 'itemsMismatch'],
    ['name a line twice', { amount: 29900, items: [half(BOOK), half(BOOK)] }, 'itemsMismatch'],
    ['are unknown', { amount: 100, items: [{ line_id: 'x', amount: 100 }] }, 'unknownLine'],
    [
      'are more than the line',
      { amount: 29901, items: [{ ...BOOK, amount: 29901 }] },
      'lineRemainder',
    ],
    ['are an empty list', { amount: 100, items: [] }, 'itemsMismatch'],
  ])('that %s are refused unless the setting allows them', async (_name, body, name) => {
    const { id } = await sandbox.createTransaction(ORDER)
    await sandbox.configure({ [name]: 'refuse' })
    const refused = await api.operate(id, 'capture', body)
    expect([refused.status, refused.body]).toEqual([400, { error: { message: 'invalid_items' } }])
    await sandbox.configure({ [name]: 'accept' })
    expect(await capture(id, body)).toBe(200)
  })

  it('are counted by capture and by refund', async () => {
    const { id } = await sandbox.createTransaction(ORDER)
    const one = { amount: 79900, items: [ONE_SWEATER] }
    expect(await capture(id, one)).toBe(200)
    expect(await capture(id, { amount: 159800, items: [SWEATER] })).toBe(400)
    expect(await capture(id, one)).toBe(200)
    expect(await capture(id, { amount: 1, items: [{ line_id: '1', amount: 1 }] })).toBe(400)
    const cups = { amount: 59800, items: [CUPS] }
    expect((await api.operate(id, 'refund', cups)).status).toBe(400)
    expect((await api.operate(id, 'refund', one)).status).toBe(200)
    expect((await api.operate(id, 'refund', one)).status).toBe(200)
    expect((await api.operate(id, 'refund', one)).status).toBe(400)
  })

  it('are all captured by a full capture without lines', async () => {
    const { id } = await sandbox.createTransaction(ORDER)
    expect(await capture(id, { amount: TOTAL })).toBe(200)
    const state = { amount: 29900, items: [BOOK] }
    expect((await api.operate(id, 'refund', state)).status).toBe(200)
    expect((await api.operate(id, 'refund', state)).status).toBe(400)
  })

  it('may be negative for gift cards only', async () => {
    const card = { line_id: 'g', amount: -5000, type: 'gift_card', quantity: 1 }
    const { id } = await sandbox.createTransaction({ items: [BOOK, card] })
    expect(await capture(id, { amount: 19900, items: [BOOK, { ...card, amount: -10000 }] })).toBe(
      400,
    )
    expect(await capture(id, { amount: 24900, items: [BOOK, card] })).toBe(200)
    const plain = await sandbox.createTransaction(ORDER)
    const negative = { ...CUPS, amount: -100 }
    expect(await capture(plain.id, { amount: 29800, items: [BOOK, negative] })).toBe(400)
  })

  it('are required for Instabank, and must be whole for Walley', async () => {
    const instabank = await sandbox.createTransaction({ ...ORDER, method: 'instabank.invoice' })
    expect(await capture(instabank.id, { amount: TOTAL })).toBe(400)
    const bare = { line_id: '3', amount: 29900 }
    expect(await capture(instabank.id, { amount: 29900, items: [bare] })).toBe(400)
    expect(await capture(instabank.id, { amount: 29900, items: [BOOK] })).toBe(200)
    const walley = await sandbox.createTransaction({ ...ORDER, method: 'collector.invoice' })
    const part = { amount: 79900, items: [ONE_SWEATER] }
    expect(await capture(walley.id, part)).toBe(400)
    await sandbox.configure({ walleyPartOfLine: 'accept' })
    expect(await capture(walley.id, part)).toBe(200)
  })

  it('may be left out for Klarna unless the setting requires them', async () => {
    const { id } = await sandbox.createTransaction(ORDER)
    expect(await capture(id, { amount: 100 })).toBe(200)
    await sandbox.configure({ klarnaWithoutItems: 'refuse' })
    expect(await capture(id, { amount: 100 })).toBe(400)
  })
})

function half(item: typeof BOOK): object {
  return { ...item, amount: item.amount / 2 }
}
