import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { allowsDoubt, checkAnswers, meaningOfCall } from '@/testing/odd-payloads/check-answers'
import {
  checkPayloads,
  describeAnswers,
  describeResults,
  payloadCount,
} from '@/testing/odd-payloads/check-payloads'
import { parseJson } from '../http/json-body'
import type { OperationCommand } from '../port'
import { fixtures, withEvents } from './fixtures'
import { interpretResponse } from './interpret-response'
import { readPage } from './list'
import { readDinteroWebhook } from './webhook'

type Json = Readonly<Record<string, unknown>>

const NOT_GRANTED = ['INITIATED', 'ON_HOLD', 'DECLINED', 'FAILED', 'UNKNOWN']

/** The sums of fact sheet §6.4, for payments without corrections. */
function moneyOf(payload: unknown) {
  const { amount, status, events } = payload as { amount: number; status: string; events?: Json[] }
  const sumOf = (name: string): number =>
    (Array.isArray(events) ? events : [])
      .filter((one) => one['event'] === name && one['success'] === true)
      .reduce((sum, one) => sum + Number(one['amount']), 0)
  const isGranted = !NOT_GRANTED.includes(status)
  return {
    amountMinor: amount,
    totals: {
      authorizedMinor: isGranted ? amount : 0,
      capturedMinor: sumOf('CAPTURE'),
      refundedMinor: sumOf('REFUND'),
      releasedMinor: 0,
    },
  }
}

it(
  'Dintero: no odd payload is lost, and none changes money (B1–B9)',
  { timeout: 300_000 },
  async () => {
    const { authorized, partiallyCaptured, partiallyRefunded } = fixtures
    const results = await checkPayloads(
      {
        payloads: [authorized, partiallyCaptured, partiallyRefunded],
        paymentId: authorized.id,
        reference: { text: authorized.merchant_reference, member: 'merchant_reference' },
        entryIds: [],
        read: (body) => {
          const page = readPage([parseJson(body)?.value], null, null)
          if (!page.ok) throw new Error(page.message)
          return page
        },
        decidesMoney: ([first]) => ['amount', 'status', 'events'].includes(String(first)),
        moneyOf,
      },
      payloadCount(),
      20_261_129,
    )
    process.stdout.write(describeResults('Dintero', results))
    expect(results.violations).toEqual([])
    expect(results.accepted / results.count).toBeGreaterThan(0.6)
  },
)

const COMMAND: OperationCommand = {
  kind: 'capture',
  transaction: { providerTransactionId: fixtures.authorized.id, orderReference: 'ORDER-10042' },
  method: 'klarna.klarna',
  amountMinor: 119_700,
  currency: 'NOK',
  lines: [],
  newItems: null,
  reference: 'SHIP-1',
  operationId: '00000000-0000-4000-8000-00000000aaaa',
  reason: null,
  sendBeforeMs: () => Infinity,
}

function outcomeOf(body: string): string {
  return interpretResponse(COMMAND, { kind: 'answer', status: 200, headers: {}, body }).outcome
}

it(
  'Dintero: no odd answer to an operation is taken for its opposite (B1, B9)',
  { timeout: 300_000 },
  async () => {
    const refused = withEvents(fixtures.authorized, [fixtures.captureFailed])
    const results = await checkAnswers(
      {
        answers: [
          { body: fixtures.partiallyCaptured, meaning: 'succeeded' },
          { body: refused, meaning: 'refused' },
        ],
        meaningOf: outcomeOf,
        allows: allowsDoubt,
      },
      payloadCount(),
      20_261_201,
    )
    process.stdout.write(describeAnswers('Dintero, operations', results))
    expect(results.violations).toEqual([])
    expect(results.accepted / results.count).toBeGreaterThan(0.6)
  },
)

it(
  'Dintero: no odd webhook is lost, or leads to another payment (B3, B10)',
  { timeout: 300_000 },
  async () => {
    const { authorized } = fixtures
    const secret = { clientId: 'a', clientSecret: 'b', webhookSecret: 'c' }
    const results = await checkAnswers(
      {
        answers: [
          {
            body: { account_id: 'T12345678', event_delivery: 'd-1', transaction: authorized },
            meaning: `payment ${authorized.id} of ${authorized.merchant_reference}`,
          },
        ],
        meaningOf: (body) => {
          const headers = {
            'event-signature': createHmac('sha1', secret.webhookSecret).update(body).digest('hex'),
          }
          const request = { rawBody: Buffer.from(body), headers, query: new URLSearchParams() }
          const call = { ...request, pathWithQuery: '/api/webhooks/dintero/1', method: 'POST' }
          return meaningOfCall(readDinteroWebhook(call, secret, new Date()))
        },
        allows: (meaning, _, path) => {
          const [first, second] = path
          if (first !== 'transaction') return false
          if (second === undefined || second === 'id') return meaning.startsWith('payment ')
          return (
            second === 'merchant_reference' && meaning.startsWith(`payment ${authorized.id} of`)
          )
        },
      },
      payloadCount(),
      20_261_202,
    )
    process.stdout.write(describeAnswers('Dintero, webhooks', results))
    expect(results.violations).toEqual([])
  },
)
