import { perform } from '../money/perform'
import type { Card, Operation, Payment, State } from '../payment'
import { DEFAULT_SETTINGS } from '../settings'

/** Values of a new payment. */
export interface PaymentOptions extends Pick<
  Payment,
  'reference' | 'merchantId' | 'amount' | 'currency' | 'behaviour' | 'lockedUntilMs'
> {
  readonly createdAtMs: number
  readonly isAuthorized: boolean
  /** Paid with a card; without it, with a card token. */
  readonly cardType?: Card['cardType']
  makeId(): string
}

const CARD_NUMBERS: Readonly<Record<Card['cardType'], string>> = {
  VISA: '400277******0008',
  MASTERCARD: '520683******0001',
  OTHER: '601100******0004',
}

/** A new payment with its authorization, successful or not. */
export function makePayment(options: PaymentOptions): Payment {
  const { reference, merchantId, amount, currency, behaviour, lockedUntilMs, cardType } = options
  const authorization: Operation = {
    id: options.makeId(),
    type: cardType ? 'Authorize card' : 'Authorize token',
    success: options.isAuthorized,
    atMs: options.createdAtMs,
    code: options.isAuthorized ? '00' : '05',
    comment: null,
    amount,
    ...(cardType && {
      card: { cardNumber: CARD_NUMBERS[cardType], cardType, expiryMonth: 9, expiryYear: 2029 },
    }),
  }
  return {
    reference,
    internalId: options.makeId(),
    merchantId,
    version: 1,
    state: options.isAuthorized ? 'Authorized' : 'Declined',
    currency,
    amount,
    operations: [authorization],
    lockedUntilMs,
    behaviour,
  }
}

/** Brings an authorized payment into a state, with its full amount. */
export function reach(payment: Payment, state: State, atMs: number, makeId: () => string): Payment {
  const { amount } = payment
  const step = (from: Payment, operation: 'capture' | 'cancel' | 'refund'): Payment =>
    perform(
      from,
      { operation, amount: operation === 'cancel' ? null : amount, comment: null },
      atMs,
      DEFAULT_SETTINGS,
      { id: makeId() },
    )
  switch (state) {
    case 'Captured':
    case 'Settled':
      return { ...step(payment, 'capture'), state }
    case 'Refunded':
      return step(step(payment, 'capture'), 'refund')
    case 'Canceled':
      return step(payment, 'cancel')
    default:
      return { ...payment, state }
  }
}
