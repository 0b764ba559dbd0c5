import type { TransactionPhase } from '@/lib/domain/payment/transaction'
import type {
  PaymentDetail,
  TransactionEvent,
  TransactionSnapshot,
} from '@/lib/domain/payment/transaction-snapshot'
import { eventsOfCaptures, eventsOfOperations, kindOf } from './events'
import type { NativePayment } from './schema'
import { phaseOf } from './states'
import { totalsOfCaptures, totalsOfOperations } from './totals'

const SEVERAL_CURRENCIES = 'its amounts are in more than one currency'

/** What a payment tells, whichever shape it has. */
export interface Facts extends Pick<TransactionSnapshot, 'currency' | 'amountMinor' | 'totals'> {
  readonly reference: string
  readonly merchantId: string
  readonly state: string
  readonly phase: TransactionPhase
  readonly events: readonly TransactionEvent[]
  /** Refunds and voids are in the list of events. */
  readonly isComplete: boolean
  readonly cardType: string | null
  readonly details: readonly PaymentDetail[]
}

/** The facts of a payment, or in words why it contradicts itself. */
export function factsOf(payment: NativePayment): Facts | string {
  const { state } = payment
  const phase = phaseOf(state)
  if (payment.shape === 'captures') {
    const { currency, captures } = payment
    if (captures.some((capture) => capture.currency !== currency)) return SEVERAL_CURRENCIES
    return {
      ...{ reference: payment.payment, merchantId: payment.merchant, state, currency },
      // How much was refunded is nowhere in this shape.
      phase: state === 'Refunded' ? 'unknown' : phase,
      amountMinor: payment.amount,
      totals: totalsOfCaptures(payment),
      events: eventsOfCaptures(payment),
      isComplete: false,
      cardType: payment.card?.cardType ?? null,
      details: details([['Number', payment.card?.cardNumber]]),
    }
  }
  const { operations } = payment
  const [currency, other] = new Set(operations.flatMap((one) => one.currency ?? []))
  if (currency === undefined) return 'it names no currency'
  if (other !== undefined) return SEVERAL_CURRENCIES
  const authorization = operations.find((one) => kindOf(one) === 'authorize')
  return {
    ...{ reference: payment.external_id, merchantId: payment.merchant_id, state, currency, phase },
    amountMinor: authorization?.amount ?? 0,
    totals: totalsOfOperations(payment),
    events: eventsOfOperations(operations),
    isComplete: true,
    cardType: authorization?.card?.cardType ?? null,
    details: details([
      ['Number', authorization?.card?.cardNumber],
      ['Acquirer’s reference', authorization?.psp_reference],
      ['Id at Bambora', payment.internal_id],
      ['Busy', payment._locked_at ? 'Another request is changing it' : null],
    ]),
  }
}

function details(
  facts: readonly (readonly [label: string, value: string | null | undefined])[],
): readonly PaymentDetail[] {
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}
