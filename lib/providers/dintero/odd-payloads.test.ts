import { expect, it } from 'vitest'
import { checkPayloads, describeResults, payloadCount } from '@/testing/odd-payloads/check-payloads'
import { parseJson } from '../http/json-body'
import { fixtures } from './fixtures'
import { readPage } from './list'

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
