import { expect, it } from 'vitest'
import { checkPayloads, describeResults, payloadCount } from '@/testing/odd-payloads/check-payloads'
import { parseJson } from '../http/json-body'
import type { HttpResponse } from '../http/send-request'
import { id } from '../shared/fields'
import { QueryGuard } from './entries/query-guard'
import { OppwaReports } from './entries/reports'
import { authorizedEntry, capturedEntry, refundedEntry } from './fixtures/entries'
import { listPayments } from './list'
import { OppwaSession } from './session'
import { oppwaSettings } from './settings'

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
