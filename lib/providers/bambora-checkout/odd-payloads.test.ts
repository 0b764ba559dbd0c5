import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { allowsDoubt, checkAnswers, meaningOfCall } from '@/testing/odd-payloads/check-answers'
import {
  checkPayloads,
  describeAnswers,
  describeResults,
  payloadCount,
} from '@/testing/odd-payloads/check-payloads'
import {
  capture,
  CAPTURE_ID,
  command,
  OK_META,
  operation,
  PAYMENT_ID,
  transaction,
} from './fixtures'
import { interpretMade, interpretResponse } from './interpret-response'
import { listPage } from './list'
import { PaymentReader } from './parts/reader'
import { BamboraCheckoutSession, type ApiRequest } from './session'
import { readBamboraCheckoutWebhook } from './webhook'

const PATHS = {
  list: '/transactions?',
  history: '/transactionoperations',
  invoices: '/invoices',
} as const

/** Answers reads from a payload that holds a payment with its history. */
class PayloadSession extends BamboraCheckoutSession {
  constructor(private readonly payload: { readonly payment: unknown; readonly history: unknown }) {
    const baseUrl = 'https://provider.example'
    const account = { connectionId: 'c', accountId: transaction.merchantnumber, baseUrl }
    super({ ...account, secret: null }, { accessToken: 'a', secretToken: 's' })
  }

  override call({ path }: ApiRequest) {
    const { payment, history } = this.payload
    const parts = new Map<string, object>([
      [PATHS.list, { transactions: [payment] }],
      [PATHS.history, { transactionoperations: history }],
      [PATHS.invoices, { invoices: [] }],
    ])
    const name = [...parts.keys()].find((known) => path.includes(known)) ?? ''
    const part = parts.get(name) ?? { transaction: payment }
    const body = JSON.stringify({ ...part, meta: OK_META })
    return Promise.resolve({ kind: 'answer', status: 200, headers: {}, body } as const)
  }
}

/** The sums that the provider names itself (fact sheet §6.1). */
function moneyOf(payload: unknown) {
  const { payment } = payload as { payment: typeof transaction }
  const { authorized, captured, credited } = payment.total
  const released = authorized - captured - payment.available.capture
  return {
    amountMinor: authorized,
    totals: {
      authorizedMinor: authorized,
      capturedMinor: captured,
      refundedMinor: credited,
      releasedMinor: Math.max(0, released),
    },
  }
}

it(
  'Bambora Checkout: no odd payload is lost, and none changes money (B1–B9)',
  { timeout: 300_000 },
  async () => {
    const captured = {
      ...transaction,
      available: { capture: 7_550, credit: 5_000 },
      total: { ...transaction.total, captured: 5_000 },
    }
    const results = await checkPayloads(
      {
        payloads: [
          { payment: transaction, history: [operation()] },
          { payment: captured, history: [operation({ transactionoperations: [capture] })] },
        ],
        paymentId: PAYMENT_ID,
        reference: { text: transaction.orderid, member: 'orderid' },
        entryIds: [],
        read: async (body) => {
          const payload = JSON.parse(body) as { payment: unknown; history: unknown }
          const page = await listPage(new PaymentReader(new PayloadSession(payload)), null)
          if (!page.ok) throw new Error(page.message)
          return page
        },
        decidesMoney: ([part, first]) =>
          part === 'history' ||
          first === undefined ||
          ['total', 'available', 'status'].includes(String(first)),
        moneyOf,
      },
      payloadCount(),
      20_261_129,
    )
    process.stdout.write(describeResults('Bambora Checkout', results))
    expect(results.violations).toEqual([])
    expect(results.accepted / results.count).toBeGreaterThan(0.6)
  },
)

/** The outcome of an answer with the reads that follow it, as the provider sends all three. */
async function outcomeOf(body: string): Promise<string> {
  const { answer, payment, history } = JSON.parse(body) as Record<string, unknown>
  const response = {
    kind: 'answer',
    status: 200,
    headers: {},
    body: JSON.stringify(answer ?? null),
  } as const
  const interpreted = interpretResponse(command, response)
  if (interpreted.kind === 'over') return interpreted.result.outcome
  const read = await new PaymentReader(new PayloadSession({ payment, history })).payment(PAYMENT_ID)
  return interpretMade(command, interpreted.operationIds, read).outcome
}

it(
  'Bambora Checkout: no odd answer to an operation is taken for its opposite (B1, B9)',
  { timeout: 300_000 },
  async () => {
    const payment = {
      ...transaction,
      available: { capture: 7_550, credit: 5_000 },
      total: { ...transaction.total, captured: 5_000 },
    }
    const history = [operation({ transactionoperations: [capture] })]
    const action = { source: 'Nets', code: '100', type: 'x' }
    const refusal = { ...OK_META, result: false, action }
    const results = await checkAnswers(
      {
        answers: [
          {
            body: {
              answer: { transactionoperations: [{ id: CAPTURE_ID }], meta: OK_META },
              payment,
              history,
            },
            meaning: 'succeeded',
          },
          { body: { answer: { transactionoperations: null, meta: refusal } }, meaning: 'refused' },
        ],
        meaningOf: outcomeOf,
        allows: allowsDoubt,
      },
      payloadCount(),
      20_261_201,
    )
    process.stdout.write(describeAnswers('Bambora Checkout, operations', results))
    expect(results.violations).toEqual([])
    expect(results.accepted / results.count).toBeGreaterThan(0.4)
  },
)

it(
  'Bambora Checkout: no odd callback is lost, or leads to another payment (B3, B10)',
  { timeout: 300_000 },
  async () => {
    const secret = { accessToken: 'a', secretToken: 's', md5Key: 'TestMd5Key1' }
    const fields = { txnid: PAYMENT_ID, orderid: '1001', amount: '12550', currency: 'DKK' }
    const results = await checkAnswers(
      {
        answers: [{ body: fields, meaning: `payment ${PAYMENT_ID} of 1001` }],
        meaningOf: (body) => {
          const members = Object.entries(JSON.parse(body) as Record<string, unknown>)
          const query = new URLSearchParams(
            members.map(([name, value]): [string, string] => [name, String(value)]),
          )
          const values = [...query.values()].join('')
          query.append(
            'hash',
            createHash('md5')
              .update(values + secret.md5Key)
              .digest('hex'),
          )
          const request = { rawBody: Buffer.alloc(0), headers: {}, query, method: 'GET' }
          const call = { ...request, pathWithQuery: `/api/webhooks/bambora-checkout/1?${query}` }
          return meaningOfCall(readBamboraCheckoutWebhook(call, secret, new Date(0)))
        },
        allows: (meaning, _, [name]) =>
          name === 'txnid' ||
          (name === 'orderid' && meaning.startsWith(`payment ${PAYMENT_ID} of`)),
      },
      payloadCount(),
      20_261_202,
    )
    process.stdout.write(describeAnswers('Bambora Checkout, callbacks', results))
    expect(results.violations).toEqual([])
  },
)
