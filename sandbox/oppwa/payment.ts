export const PAYMENT_TYPES = [
  'PA',
  'DB',
  'CD',
  'PA.CP',
  'CP',
  'RF',
  'RV',
  'RB',
  'RC',
  'CB',
  'CR',
] as const
export type PaymentType = (typeof PAYMENT_TYPES)[number]

/** Types that need no earlier payment (fact sheet §4). */
export const FIRST_TYPES: readonly PaymentType[] = ['PA', 'DB', 'CD', 'PA.CP']

export interface Card {
  readonly bin: string
  readonly last4Digits: string
  readonly holder: string
  readonly expiryMonth: string
  readonly expiryYear: string
}

export interface Customer {
  readonly givenName: string
  readonly surname: string
  readonly email: string
  readonly phone?: string
  readonly merchantCustomerId?: string
}

export interface Address {
  readonly street1: string
  readonly postcode: string
  readonly city: string
  readonly country: string
}

/** A payment or an operation on one: each has an id of its own (fact sheet §5). Never changed in place. */
export interface Payment {
  readonly id: string
  /** The first payment of its tree; its own id for that one. */
  readonly rootId: string
  readonly referencedId?: string
  readonly entityId: string
  readonly type: PaymentType
  readonly brand: string
  /** Hundredths, as on the wire, whatever the currency. */
  readonly hundredths: number
  readonly currency: string
  readonly merchantTransactionId?: string
  readonly merchantInvoiceId?: string
  readonly code: string
  /** ISO 8601. */
  readonly createdAt: string
  readonly by: 'shop' | 'api' | 'portal'
  readonly card?: Card
  /** The stored card, by which later payments can be made. */
  readonly registrationId?: string
  readonly customer?: Customer
  readonly billing?: Address
  readonly testMode?: string
  readonly customParameters?: Readonly<Record<string, string>>
  /** Its behaviour for operations; see `money/behaviour.ts`. */
  readonly behaviour?: string
}

/** The customer and the card. */
export type Payer = Partial<Pick<Payment, 'customer' | 'billing' | 'card'>>

/** An amount as the wire has it: `92.00`. */
export function wireAmount(hundredths: number): string {
  const digits = String(hundredths).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Hundredths of an amount of the wire; null unless it has the documented form (fact sheet §3). */
export function parseWireAmount(text: string): number | null {
  const parts = /^(\d{1,10})(?:\.(\d\d))?$/.exec(text)
  return parts === null ? null : Number(`${parts[1] ?? ''}${parts[2] ?? '00'}`)
}
