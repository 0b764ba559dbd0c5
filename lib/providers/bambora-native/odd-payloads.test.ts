import { expect, it } from 'vitest'
import { checkPayloads, describeResults, payloadCount } from '@/testing/odd-payloads/check-payloads'
import { parseJson } from '../http/json-body'
import { capturesPayment, OPERATIONS, operationsPayment } from './fixtures'
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
