import { expect, it } from 'vitest'
import { encryptedMessage } from '@/sandbox/oppwa/webhooks/encrypt'
import { allowsDoubt, checkAnswers, meaningOfCall } from '@/testing/odd-payloads/check-answers'
import {
  checkPayloads,
  describeAnswers,
  describeResults,
  payloadCount,
} from '@/testing/odd-payloads/check-payloads'
import { parseJson } from '../http/json-body'
import type { HttpResponse } from '../http/send-request'
import { id } from '../shared/fields'
import { QueryGuard } from './entries/query-guard'
import { OppwaReports } from './entries/reports'
import { authorizedEntry, capturedEntry, refundedEntry } from './fixtures/entries'
import { interpretResponse, type RequestedOperation } from './interpret-response'
import { listPayments } from './list'
import { OppwaSession } from './session'
import { oppwaSettings } from './settings'
import { readOppwaWebhook } from './webhook'

interface Entry {
  readonly id: string
  readonly paymentType: string
  readonly amount: string
  readonly referencedId?: string
  readonly result: { readonly code: string }
}

const SETTINGS = oppwaSettings.parse({
  accessToken: 'x',
  environment: 'live',
  multipleCaptures: true,
})

/** Answers the list, and every read of one payment, with the same body. */
class PayloadSession extends OppwaSession {
  constructor(private readonly body: string) {
    super({ baseUrl: 'https://provider.example' }, SETTINGS)
  }

  override get(): Promise<HttpResponse> {
    return Promise.resolve({ kind: 'answer', status: 200, headers: {}, body: this.body })
  }
}

/** The first page of the list; what cannot be read is reported without an id. */
async function readPage(body: string) {
  const session = new PayloadSession(body)
  const nowMs = () => Date.UTC(2026, 2, 5)
  const guard = new QueryGuard(1_000, nowMs)
  const reports = new OppwaReports(session, SETTINGS, ['entity'], guard, nowMs)
  const account = {
    session,
    reports,
    settings: SETTINGS,
    entityIds: ['entity'] as const,
    baseUrl: 'https://provider.example',
    nowMs,
  }
  const page = await listPayments(account, null, null)
  if (page.ok) return page
  return { snapshots: [], malformed: [{ providerTransactionId: null, problem: page.message }] }
}

/** The payment with what leads to it, step by step; anything else is of another payment (§4). */
function treeOf(payload: unknown): readonly Entry[] {
  const { payments } = payload as { payments: readonly Entry[] }
  const tree = payments.filter((one) => one.paymentType === 'PA')
  for (const one of [...payments, ...payments]) {
    const target = tree.find(({ id }) => id === one.referencedId)
    if (target !== undefined && !tree.some(({ id }) => id === one.id)) tree.push(one)
  }
  return tree
}

/** An entry besides the payment whose reference cannot be read, as bodies are parsed. */
function hasStray(payload: unknown): boolean {
  const { payments } = parseJson(JSON.stringify(payload))?.value as {
    payments: readonly (Entry | string | number | null)[]
  }
  return payments.some((one) => {
    if (typeof one !== 'object' || one === null) return true
    return one.paymentType !== 'PA' && !id.safeParse(one.referencedId).success
  })
}

/** The sums of what succeeded (fact sheet §6.4), in hundredths. */
function moneyOf(payload: unknown) {
  const payments = treeOf(payload)
  const sumOf = (type: string): number =>
    payments
      .filter((one) => one.paymentType === type && one.result.code === '000.000.000')
      .reduce((sum, one) => sum + Math.round(Number(one.amount) * 100), 0)
  const [root] = payments
  return {
    amountMinor: Math.round(Number(root?.amount) * 100),
    totals: {
      authorizedMinor: sumOf('PA'),
      capturedMinor: sumOf('CP'),
      refundedMinor: sumOf('RF'),
      releasedMinor: 0,
    },
  }
}

const DECIDING = ['id', 'referencedId', 'paymentType', 'amount', 'result', 'code']

it(
  'OPPWA: no odd payload is lost, and none changes money (B1–B9)',
  { timeout: 300_000 },
  async () => {
    const result = { code: '000.000.100', description: 'Request successfully processed' }
    const results = await checkPayloads(
      {
        payloads: [
          { result, payments: [authorizedEntry] },
          { result, payments: [authorizedEntry, capturedEntry] },
          { result, payments: [authorizedEntry, capturedEntry, refundedEntry] },
        ],
        paymentId: authorizedEntry.id,
        reference: { text: 'ORDER-1001', member: 'merchantTransactionId' },
        entryIds: [capturedEntry.id, refundedEntry.id],
        read: readPage,
        decidesMoney: ([first, place, name]) =>
          (first === 'payments' && (name === undefined || DECIDING.includes(String(name)))) ||
          place === undefined,
        moneyOf,
        hasStray,
        hasPayment: (payload) => (payload as { payments: readonly unknown[] }).payments.length > 0,
      },
      payloadCount(),
      20_261_129,
    )
    process.stdout.write(describeResults('Open Payment Platform', results))
    expect(results.violations).toEqual([])
    expect(results.accepted / results.count).toBeGreaterThan(0.6)
  },
)

const REQUESTED: RequestedOperation = {
  paymentType: 'CP',
  targetId: authorizedEntry.id,
  knownIds: [authorizedEntry.id],
  amountMinor: 6_000,
  currency: 'EUR',
  reference: 'cap-1001-1',
}

/** A done capture brings its entry, which has to be the whole of what was asked for. */
function outcomeOf(body: string): string {
  const response = { kind: 'answer', status: 200, headers: {}, body } as const
  const interpreted = interpretResponse(REQUESTED, response, SETTINGS)
  if (interpreted.outcome !== 'done') return interpreted.outcome
  const { amount, currency } = interpreted.entry
  return Number(amount) === 60 && currency === 'EUR' ? 'succeeded' : 'another sum'
}

it(
  'OPPWA: no odd answer to an operation is taken for its opposite (B1, B9)',
  { timeout: 300_000 },
  async () => {
    const declined = { code: '800.100.151', description: 'transaction declined (invalid card)' }
    const results = await checkAnswers(
      {
        answers: [
          { body: capturedEntry, meaning: 'succeeded' },
          { body: { ...capturedEntry, result: declined }, meaning: 'refused' },
        ],
        meaningOf: outcomeOf,
        allows: allowsDoubt,
      },
      payloadCount(),
      20_261_201,
    )
    process.stdout.write(describeAnswers('Open Payment Platform, operations', results))
    expect(results.violations).toEqual([])
    expect(results.accepted / results.count).toBeGreaterThan(0.6)
  },
)

it(
  'OPPWA: no odd webhook is lost, or leads to another payment (B3, B10)',
  { timeout: 300_000 },
  async () => {
    const key = '5e'.repeat(32)
    const secret = { accessToken: 'x', environment: 'test', webhookKey: key }
    const results = await checkAnswers(
      {
        answers: [
          {
            body: { type: 'PAYMENT', payload: authorizedEntry },
            meaning: `payment ${authorizedEntry.id} of ORDER-1001`,
          },
          {
            body: { type: 'PAYMENT', payload: capturedEntry },
            meaning: `payment ${authorizedEntry.id} of no order`,
          },
        ],
        meaningOf: (body) => {
          const target = { url: 'https://paydesk.example', key, wrapper: 'none' } as const
          const message = encryptedMessage(target, JSON.parse(body) as object)
          const request = {
            rawBody: Buffer.from(message.body ?? ''),
            headers: message.headers,
            query: new URLSearchParams(),
          }
          const call = { ...request, pathWithQuery: '/api/webhooks/oppwa/1', method: 'POST' }
          return meaningOfCall(readOppwaWebhook(call, secret, new Date()))
        },
        // An entry that cannot be read, or whose kind is unknown, leads to the same payment by an id of its own.
        allows: (meaning, original, path) => {
          const [first, second] = path
          if (first === 'type')
            return meaning === 'malformed' || meaning.startsWith('payment unnamed')
          if (second === undefined || second === 'id' || second === 'referencedId') return true
          const [, id] = original.split(' ')
          return meaning.startsWith(`payment ${id} of`)
        },
      },
      payloadCount(),
      20_261_202,
    )
    process.stdout.write(describeAnswers('Open Payment Platform, webhooks', results))
    expect(results.violations).toEqual([])
  },
)
