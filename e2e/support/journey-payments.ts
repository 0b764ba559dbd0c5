import type { z } from 'zod'
import type { creationSchema } from '@/sandbox/dintero/control/creation-schema'
import type { SandboxControl } from '@/testing/sandbox-control'
import { isShown, SHOWN_PAYMENTS, SHOWN_REFERENCES } from './shown-payments'

type PaymentOptions = Omit<z.input<typeof creationSchema>, 'count' | 'reference'>

/** Two lines: three socks that don't divide evenly, and their shipping. */
const TWO_LINES = [
  {
    line_id: '1',
    description: 'Wool socks',
    quantity: 3,
    amount: 100_00,
    vat: 25,
    vat_amount: 20_00,
  },
  {
    line_id: '2',
    description: 'Home delivery',
    quantity: 1,
    amount: 49_00,
    vat: 25,
    vat_amount: 9_80,
    type: 'shipping',
  },
]

/** The payments of the journeys, each used by one journey. */
const JOURNEY_PAYMENTS = {
  'capture-all': { amount: 124900 },
  'capture-refused': { behaviour: 'refuse-capture' },
  'capture-lost': {},
  'capture-twice': {},
  'capture-lines': { items: TWO_LINES },
  'capture-amount': { items: TWO_LINES },
  'capture-overtaken': { items: TWO_LINES },
  'capture-disk-full': { items: TWO_LINES },
  'refund-line': { items: TWO_LINES, status: 'CAPTURED' },
  'refund-not-permitted': { status: 'CAPTURED' },
  'void-all': { amount: 49900 },
  'void-rest': { items: TWO_LINES },
  'rest-kept': { items: TWO_LINES },
  'add-item-approved': { items: TWO_LINES },
  'add-item-refused': { items: TWO_LINES, behaviour: 'refuse-update' },
  'extend-time': {},
  'read-again': { createdAt: '2026-11-02T09:30:00Z' },
  'check-now': {},
  'first-capture': {},
  'live-two': { items: TWO_LINES },
  'live-lost': {},
  'live-offline': {},
  'live-portal': { items: TWO_LINES },
  notes: {},
  'exchange-desk': {},
  'exchange-phone': {},
  'bad-input': {},
  'add-item-smaller': { items: TWO_LINES },
  roles: { items: TWO_LINES, status: 'PARTIALLY_CAPTURED' },
  'review-small': {},
  'review-large': { amount: 15_000_00 },
  'review-light': {},
  'review-dark': {},
  'by-key': { items: TWO_LINES, status: 'PARTIALLY_CAPTURED' },
  'keyboard-capture': { items: TWO_LINES },
  'keyboard-refund': { items: TWO_LINES, status: 'CAPTURED' },
  'keyboard-void': { items: TWO_LINES },
  'keyboard-add-item': { items: TWO_LINES },
  'cut-before': { items: TWO_LINES },
  'cut-lost': { items: TWO_LINES },
  'cut-answer': { items: TWO_LINES },
  'cut-reload': { items: TWO_LINES },
  'cut-news': { items: TWO_LINES },
  'session-revoked': { items: TWO_LINES },
  'session-reload': { items: TWO_LINES },
  'session-left': { items: TWO_LINES },
  'new-build': { items: TWO_LINES },
  'overtaken-named': { items: TWO_LINES },
  'refused-stays': { items: TWO_LINES, behaviour: 'refuse-capture' },
  'whole-pieces': { items: TWO_LINES },
  scanned: { items: TWO_LINES },
  'may-not': {},
  'trail-capture': {},
  'sender-gone': {},
  'early-key': { items: TWO_LINES },
  ...SHOWN_PAYMENTS,
  'accessible-norwegian': { items: TWO_LINES },
  'accessible-refund-light': { items: TWO_LINES, status: 'PARTIALLY_CAPTURED' },
  'accessible-refund-dark': { items: TWO_LINES, status: 'PARTIALLY_CAPTURED' },
} as const satisfies Readonly<Record<string, PaymentOptions>>

export type JourneyPayment = keyof typeof JOURNEY_PAYMENTS

/** What the order references of the journeys begin with. */
const LABEL = 'JOURNEY'
let label = LABEL

/** Has the order references begin with another label; null for the usual one. */
export function relabelPayments(another: string | null): void {
  label = another ?? LABEL
}

/** The order reference of a journey's payment. */
export function orderReferenceOf(name: JourneyPayment): string {
  return isShown(name) ? SHOWN_REFERENCES[name] : `${label}-${name.toUpperCase()}`
}

/** The payments of a world: all, only those of the screenshots, or only the others. */
export type PaymentSet = 'all' | 'shown' | 'unshown'

/** Creates the payments of the journeys in the sandbox; returns the provider's ids by name. */
export async function createJourneyPayments(
  control: SandboxControl,
  paymentSet: PaymentSet,
): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  for (const [name, options] of Object.entries(JOURNEY_PAYMENTS)) {
    if (paymentSet !== 'all' && (paymentSet === 'shown') !== isShown(name)) continue
    const reference = orderReferenceOf(name as JourneyPayment)
    ids[name] = (await control.createTransaction({ ...options, reference })).id
  }
  return ids
}
