import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findTransactionView, listTransactions } from '@/db/queries/payment/transactions'
import type { Actor } from '@/lib/domain/access/actor'
import type { AmountChoice, OperationInputs } from '@/lib/domain/operation/inputs'
import type { TransactionView } from '@/lib/domain/view/transaction-view'
import { contextOf } from '@/testing/context-of'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { LONG_AGO_MS, repairNow } from '@/testing/repair-now'
import { capturePayment } from './capture-payment'

const CONNECTION_ID = '01990000-0000-7000-8000-000000000001'

let merchant: TestMerchant
let anna: Actor

beforeAll(async () => {
  merchant = await startTestMerchant()
  anna = await merchant.actor('staff')
})
afterAll(() => merchant.stop())
beforeEach(() => merchant.sandbox.control.clearFaults())

/** A new authorized Klarna payment of two lines, already imported. */
async function newPayment(): Promise<TransactionView> {
  const reference = `T-${randomUUID()}`
  await merchant.sandbox.control.createTransaction({
    reference,
    items: [
      { line_id: '1', description: 'Wool sweater', quantity: 2, amount: 159800, vat: 25 },
      {
        line_id: 'ship',
        description: 'Delivery',
        quantity: 1,
        amount: 9900,
        vat: 25,
        type: 'shipping',
      },
    ],
  })
  await merchant.importAll()
  const page = await listTransactions(merchant.database, {
    scope: 'all',
    statuses: [],
    search: reference,
    cursor: null,
  })
  const view = await findTransactionView(merchant.database, 'all', page.rows[0]?.id ?? '')
  if (view === null) throw new Error('the payment was not imported')
  return view
}

function captureOf(payment: TransactionView): OperationInputs['capture'] {
  return {
    operationId: randomUUID(),
    transactionId: payment.id,
    currency: payment.currency,
    expectedRevision: payment.moneyRevision,
    choice: { mode: 'all', amountMinor: payment.totals.authorizedMinor },
    label: null,
  }
}

function all(amountMinor: number): AmountChoice {
  return { mode: 'all', amountMinor }
}

function amount(amountMinor: number): AmountChoice {
  return { mode: 'amount', amountMinor }
}

function capture(input: OperationInputs['capture'], actor = anna) {
  return capturePayment(contextOf(merchant.database, actor), input)
}

async function reload(payment: TransactionView): Promise<TransactionView> {
  const view = await findTransactionView(merchant.database, 'all', payment.id)
  if (view === null) throw new Error('the payment has disappeared')
  return view
}

async function captureCalls(payment: TransactionView) {
  const calls = await merchant.sandbox.control.calls()
  return calls.filter(
    (call) => call.operation === 'capture' && call.transactionId === payment.providerTransactionId,
  )
}

async function reservedMinor(payment: TransactionView): Promise<number> {
  const [row] = await merchant.database.run((db) =>
    db.execute<{ reserved: string }>(
      sql`select reserved_capture_minor as reserved from transactions where id = ${payment.id}`,
    ),
  )
  return Number(row?.reserved)
}

function repair(): Promise<void> {
  return repairNow(merchant.database, { sentAgoMs: LONG_AGO_MS })
}

describe('a capture of everything', () => {
  it('succeeds: the provider has it, the page shows it, nothing stays reserved', async () => {
    const payment = await newPayment()
    const result = await capture(captureOf(payment))
    expect(result).toMatchObject({
      ok: true,
      value: { state: 'succeeded', amountMinor: 169700, actorName: anna.name },
    })
    const after = await reload(payment)
    expect(after.status).toBe('captured')
    expect(after.totals.capturedMinor).toBe(169700)
    expect(after.openOperation).toBeNull()
    expect(after.items.map((line) => line.captured?.amountMinor)).toEqual([159800, 9900])
    expect(await reservedMinor(payment)).toBe(0)
    const truth = await merchant.sandbox.control.transaction(payment.providerTransactionId)
    expect(truth.status).toBe('CAPTURED')
  })

  it('sends every line with its description, quantity and VAT, and our operation id', async () => {
    const payment = await newPayment()
    const input = captureOf(payment)
    await capture(input)
    const truth = await merchant.sandbox.control.transaction(payment.providerTransactionId)
    const event = truth.events.at(-1)
    expect(event).toMatchObject({
      event: 'CAPTURE',
      event_reference: `pd-${input.operationId.replaceAll('-', '')}`,
      metadata: { ext_operation_id: input.operationId },
    })
    expect(event?.items).toMatchObject([
      { line_id: '1', description: 'Wool sweater', quantity: 2, amount: 159800, vat: 25 },
      { line_id: 'ship', quantity: 1, amount: 9900, vat: 25, vat_amount: 1980 },
    ])
  })

  it('writes the person, time and reason of the request into the audit trail, chained', async () => {
    const payment = await newPayment()
    const input = captureOf(payment)
    await capture(input)
    const entries = await merchant.database.run((db) =>
      db.execute(sql`
        select action, actor_name, actor_role, operation_id, sequence::int, previous_hash, hash
        from audit_entries where stream_id = ${payment.id} order by sequence`),
    )
    expect(entries).toMatchObject([
      { action: 'operation.intended', actor_name: anna.name, actor_role: 'staff', sequence: 1 },
      { action: 'operation.succeeded', actor_name: anna.name, sequence: 2 },
    ])
    expect(entries[1]?.previous_hash).toBe(entries[0]?.hash)
    const change = sql`update audit_entries set actor_name = 'nobody' where stream_id = ${payment.id}`
    await expect(merchant.owner.run((db) => db.execute(change))).rejects.toThrow()
  })
})

describe('capture: a provider that asks to wait', () => {
  it('gets no further request before its time', async () => {
    const payment = await newPayment()
    const headers = { 'retry-after': '30' }
    await merchant.sandbox.control.addFault({
      match: { operation: 'capture' },
      action: { type: 'status', status: 429, headers },
    })
    const result = await capture(captureOf(payment))
    expect(result).toMatchObject({ value: { state: 'not_sent', retry: { kind: 'after' } } })
    const retry = result.ok ? result.value.retry : null
    const until = retry?.kind === 'after' ? retry.at : null
    expect(Date.parse(until ?? '') - Date.now()).toBeGreaterThan(20_000)
    expect(await capture(captureOf(await reload(payment)))).toMatchObject({
      error: { code: 'provider_advice', values: { advice: 'later', until } },
    })
    expect(await captureCalls(payment)).toHaveLength(1)
  })
})

describe('capture: a connection that is set to a foreign host', () => {
  it('is reported before anything is started', async () => {
    const payment = await newPayment()
    const set = (baseUrl: string) =>
      merchant.database.run((db) =>
        db.execute(
          sql`update connections set base_url = ${baseUrl}, updated_at = clock_timestamp()`,
        ),
      )
    const own = merchant.connection
    await set('http://127.0.0.1:1/dintero/v1')
    const result = await capture(captureOf(payment))
    await set(own.baseUrl)
    expect(result).toMatchObject({ ok: false, error: { code: 'connection_unusable' } })
    expect((await reload(payment)).operations).toEqual([])
  })
})

describe('capture: a response 202', () => {
  it('is pending until the provider reports the result, which repair finds', async () => {
    const payment = await newPayment()
    await merchant.sandbox.control.addFault({
      match: { operation: 'capture' },
      action: { type: 'accepted', closeAfterMs: 300, closeAs: 'done' },
    })
    expect(await capture(captureOf(payment))).toMatchObject({ value: { state: 'pending' } })
    const during = await reload(payment)
    expect(during.totals.capturedMinor).toBe(0)
    expect(during.openOperation).toEqual({ kind: 'capture', state: 'pending' })
    await expect
      .poll(async () => {
        await repair()
        return (await reload(payment)).operations[0]?.state
      })
      .toBe('succeeded')
    expect((await reload(payment)).status).toBe('captured')
  })
})

describe('capture: no response', () => {
  it.each([
    ['the connection drops after the effect', { type: 'drop', when: 'after' }],
    ['the answer is HTML', { type: 'malformed', kind: 'html' }],
    ['the gateway answers 502 after the effect', { type: 'status', status: 502, when: 'after' }],
    ['the answer breaks off', { type: 'reset-mid-body' }],
  ] as const)(
    'is unknown when %s; reading settles it, nothing is sent twice',
    async (_, action) => {
      const payment = await newPayment()
      await merchant.sandbox.control.addFault({ match: { operation: 'capture' }, action })
      const result = await capture(captureOf(payment))
      expect(result).toMatchObject({ ok: true, value: { state: 'unknown' } })
      const checking = await reload(payment)
      expect(checking.totals.capturedMinor).toBe(0)
      expect(checking.openOperation).toEqual({ kind: 'capture', state: 'unknown' })

      await repair()
      const after = await reload(payment)
      expect(after.operations[0]?.state).toBe('succeeded')
      expect(after.totals.capturedMinor).toBe(169700)
      expect(await captureCalls(payment)).toHaveLength(1)
    },
  )

  it('that never reached the provider is not sent, but only after two reads past the settle window', async () => {
    const payment = await newPayment()
    await merchant.sandbox.control.addFault({
      match: { operation: 'capture' },
      action: { type: 'drop', when: 'before' },
    })
    expect(await capture(captureOf(payment))).toMatchObject({ value: { state: 'unknown' } })
    await repair()
    expect((await reload(payment)).operations[0]?.state).toBe('unknown')
    await repair()
    const after = await reload(payment)
    expect(after.operations[0]?.state).toBe('not_sent')
    expect(after.openOperation).toBeNull()
    expect(await reservedMinor(payment)).toBe(0)
  })

  it('locks the payment meanwhile: a colleague learns who is at it, and since when', async () => {
    const payment = await newPayment()
    await merchant.sandbox.control.addFault({
      match: { operation: 'capture' },
      action: { type: 'drop', when: 'after' },
    })
    await capture(captureOf(payment))
    const second = await capture(captureOf(payment), await merchant.actor('admin'))
    expect(second).toMatchObject({ ok: false, error: { code: 'operation_open' } })
    if (second.ok || second.error.code !== 'operation_open') {
      throw new Error('two operations at once')
    }
    const { ageMs, ...values } = second.error.values
    expect(values).toEqual({
      actor: anna.name,
      kind: 'capture',
      amountMinor: payment.totals.authorizedMinor,
      currency: 'NOK',
    })
    expect(ageMs).toBeGreaterThanOrEqual(0)
    await repair()
  })
})

describe('capture: a send that outlives its deadline', () => {
  it('is never taken for one that did not happen while its sender holds on to it', async () => {
    const payment = await newPayment()
    await merchant.sandbox.control.addFault({
      match: { operation: 'capture' },
      action: { type: 'delay', beforeMs: 2_000 },
    })
    const sent = capture(captureOf(payment))
    await expect
      .poll(async () => (await reload(payment)).openOperation?.state, { interval: 20 })
      .toBe('sending')
    for (let round = 0; round < 3; round += 1) await repair()
    const [during] = (await reload(payment)).operations
    expect(during).toMatchObject({ state: 'unknown', lastCheckFound: { code: 'sender_alive' } })
    expect(await sent).toMatchObject({ value: { state: 'succeeded' } })
    const after = await reload(payment)
    expect(after.totals.capturedMinor).toBe(payment.totals.authorizedMinor)
    expect(await captureCalls(payment)).toHaveLength(1)
  })
})

describe('captures at the same moment', () => {
  it('two captures of one payment give one', async () => {
    const payment = await newPayment()
    const results = await Promise.all([
      capture(captureOf(payment)),
      capture(captureOf(payment), await merchant.actor('admin')),
    ])
    const states = results.map((result) => (result.ok ? result.value.state : result.error.code))
    expect(states).toContain('succeeded')
    expect(states.filter((state) => state === 'succeeded')).toHaveLength(1)
    expect(await captureCalls(payment)).toHaveLength(1)
    expect((await reload(payment)).operations).toHaveLength(1)
  })

  it('twenty clicks with one operation id give one capture and one answer', async () => {
    const payment = await newPayment()
    const input = captureOf(payment)
    const results = await Promise.all(Array.from({ length: 20 }, () => capture(input)))
    expect(results.every((result) => result.ok && result.value.id === input.operationId)).toBe(true)
    expect(await captureCalls(payment)).toHaveLength(1)
    expect(await capture(input)).toMatchObject({ value: { state: 'succeeded' } })
    expect(await captureCalls(payment)).toHaveLength(1)
  })
})

describe('capture: bad input starts nothing', () => {
  it.each([
    ['more than is held', { choice: amount(169701) }, 'amount_exceeds_left'],
    ['nothing', { choice: amount(0) }, 'amount_not_positive'],
    ['less than nothing', { choice: amount(-100) }, 'amount_not_positive'],
    ['a fraction of an øre', { choice: amount(100.5) }, 'amount_not_positive'],
    ['everything, as it was before', { choice: all(100) }, 'stale_page'],
    ['another currency', { currency: 'SEK' }, 'wrong_currency'],
    ['an unknown payment', { transactionId: randomUUID() }, 'not_found'],
    ['the id of a connection', { transactionId: CONNECTION_ID }, 'not_found'],
    ['an id that is none', { transactionId: "' or 1=1" }, 'not_found'],
  ])('%s', async (_, change, code) => {
    const payment = await newPayment()
    const result = await capture({ ...captureOf(payment), ...change })
    expect(result).toMatchObject({ ok: false, error: { code } })
    expect(await captureCalls(payment)).toHaveLength(0)
    expect((await reload(payment)).operations).toHaveLength(0)
  })

  it('an operation id used before for something else', async () => {
    const [payment, other] = [await newPayment(), await newPayment()]
    const input = captureOf(payment)
    await capture(input)
    const reused = await capture({ ...captureOf(other), operationId: input.operationId })
    expect(reused).toMatchObject({ ok: false, error: { code: 'operation_id_reused' } })
    expect(await captureCalls(other)).toHaveLength(0)
  })

  it('a payment that is captured already: nothing is sent', async () => {
    const payment = await newPayment()
    await merchant.sandbox.control.actInPortal(payment.providerTransactionId, {
      operation: 'capture',
    })
    await merchant.importAll()
    const result = await capture(captureOf(payment))
    expect(result).toMatchObject({ ok: false, error: { code: 'not_allowed' } })
    expect(await captureCalls(payment)).toHaveLength(0)
  })
})

describe('capture: a provider that cannot be reached', () => {
  it('is not_sent: nothing left us', async () => {
    const payment = await newPayment()
    await merchant.sandbox.stop()
    const result = await capture(captureOf(payment))
    expect(result).toMatchObject({ ok: true, value: { state: 'not_sent' } })
    expect(await reservedMinor(payment)).toBe(0)
  })
})
