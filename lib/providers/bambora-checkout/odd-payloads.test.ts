import { expect, it } from 'vitest'
import { checkPayloads, describeResults, payloadCount } from '@/testing/odd-payloads/check-payloads'
import { capture, OK_META, operation, PAYMENT_ID, transaction } from './fixtures'
import { listPage } from './list'
import { PaymentReader } from './parts/reader'
import { BamboraCheckoutSession, type ApiRequest } from './session'

const PATHS = { list: '/transactions?', history: '/transactionoperations' } as const

/** Answers reads from a payload that holds a payment with its history. */
class PayloadSession extends BamboraCheckoutSession {
  constructor(private readonly payload: { readonly payment: unknown; readonly history: unknown }) {
    const baseUrl = 'https://provider.example'
    const account = { connectionId: 'c', accountId: transaction.merchantnumber, baseUrl }
    super({ ...account, secret: null }, { accessToken: 'a', secretToken: 's' })
  }

  override call({ path }: ApiRequest) {
    const { payment, history } = this.payload
    const part = path.startsWith(PATHS.list)
      ? { transactions: [payment] }
      : path.endsWith(PATHS.history)
        ? { transactionoperations: history }
        : { invoices: [] }
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
