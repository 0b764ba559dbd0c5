import { expect, it } from 'vitest'
import { allowsDoubt, checkAnswers } from '@/testing/odd-payloads/check-answers'
import {
  checkPayloads,
  describeAnswers,
  describeResults,
  payloadCount,
} from '@/testing/odd-payloads/check-payloads'
import { parseJson } from '../http/json-body'
import type { OperationCommand } from '../port'
import { capturesPayment, OPERATIONS, operationsPayment } from './fixtures'
import { interpretResponse } from './interpret-response'
import { mapPayment } from './mapper'
import { isAbout } from './payment/read-payment'

interface Operation {
  readonly type: string
  readonly success: boolean
  readonly amount: number
}

/** The sums of what succeeded (fact sheet §6.1), or of the captures alone (§6.2). */
function moneyOf(payload: unknown) {
  const { operations, captures, amount } = payload as {
    operations?: Operation[]
    captures?: { amount: number }[]
    amount?: number
  }
  const sumOf = (types: readonly string[]): number =>
    (Array.isArray(operations) ? operations : [])
      .filter(({ type, success }) => types.includes(type) && success)
      .reduce((sum, one) => sum + one.amount, 0)
  const taken = (Array.isArray(captures) ? captures : []).reduce((sum, one) => sum + one.amount, 0)
  const granted = amount ?? sumOf(['Authorize card', 'Authorize token'])
  return {
    amountMinor: granted,
    totals: {
      authorizedMinor: granted,
      capturedMinor: sumOf(['Capture']) + taken,
      refundedMinor: sumOf(['Refund']),
      releasedMinor: 0,
    },
  }
}

it(
  'Bambora Native: no odd payload is lost, and none changes money (B1–B9)',
  { timeout: 300_000 },
  async () => {
    const { authorization, capture } = OPERATIONS
    const refund = { ...capture, id: 'op-3', type: 'Refund', amount: 1_000 }
    const reference = 'order-1001'
    const results = await checkPayloads(
      {
        payloads: [
          operationsPayment('Authorized'),
          operationsPayment('Captured', [authorization, capture]),
          operationsPayment('Refunded', [authorization, capture, refund]),
          capturesPayment('Captured', [{ amount: 6_000, currency: 'EUR', comment: 'a parcel' }]),
        ],
        paymentId: reference,
        reference: { text: reference, member: 'external_id' },
        entryIds: [],
        read: (body) => {
          const mapped = mapPayment(parseJson(body)?.value, new Date('2026-03-05T00:00:00Z'))
          const reported = (problem: string) => ({
            snapshots: [],
            malformed: [{ providerTransactionId: reference, problem }],
          })
          if (!mapped.ok) return reported(mapped.problem)
          if (!isAbout(mapped, 'T123456789', reference)) return reported('another payment')
          return { snapshots: [mapped.snapshot], malformed: [] }
        },
        decidesMoney: ([first]) =>
          ['operations', 'captures', 'amount', 'state'].includes(String(first)),
        moneyOf,
      },
      payloadCount(),
      20_261_129,
    )
    process.stdout.write(describeResults('Bambora Native', results))
    expect(results.violations).toEqual([])
    expect(results.accepted / results.count).toBeGreaterThan(0.6)
  },
)

const COMMAND: OperationCommand = {
  kind: 'capture',
  transaction: { providerTransactionId: 'order-1001', orderReference: 'order-1001' },
  method: 'card.visa',
  amountMinor: 6_000,
  currency: 'EUR',
  lines: [],
  newItems: null,
  reference: 'pd-00000000000040008000000000000aaa',
  operationId: '00000000-0000-4000-8000-000000000aaa',
  reason: null,
  sendBeforeMs: () => 1,
}

function outcomeOf(body: string): string {
  const response = { kind: 'answer', status: 201, headers: {}, body } as const
  const now = new Date('2026-03-05T00:00:00Z')
  return interpretResponse(COMMAND, 'T123456789', response, now).outcome
}

it(
  'Bambora Native: no odd answer to an operation is taken for its opposite (B1, B9)',
  { timeout: 300_000 },
  async () => {
    const { authorization, capture } = OPERATIONS
    const ours = { ...capture, comment: COMMAND.reference }
    const failed = { ...ours, success: false, code: '05' }
    const results = await checkAnswers(
      {
        answers: [
          { body: operationsPayment('Captured', [authorization, ours]), meaning: 'succeeded' },
          { body: operationsPayment('Authorized', [authorization, failed]), meaning: 'refused' },
        ],
        meaningOf: outcomeOf,
        allows: allowsDoubt,
      },
      payloadCount(),
      20_261_201,
    )
    process.stdout.write(describeAnswers('Bambora Native, operations', results))
    expect(results.violations).toEqual([])
    expect(results.accepted / results.count).toBeGreaterThan(0.4)
  },
)
