import type { Provider } from './provider'

/** How a payment method behaves after the customer has paid. */
export interface MethodRules {
  /** There is an authorization that is captured later; false where the money moves at once. */
  readonly authorizes: boolean
  /** Captured money can be given back through the provider. */
  readonly refunds: boolean
  /** The rest can be released after a partial capture. */
  readonly voidsRest: boolean
  /** Order items can be added and changed while something is still held. */
  readonly updatesItems: boolean
  /** The time for capturing can be extended by hand. */
  readonly extendsTime: boolean
  /** `any`: quantities and amounts; `whole_lines`: lines only as ordered. */
  readonly lines: 'any' | 'whole_lines'
  /** Captures and refunds must name lines: a free amount is not possible. */
  readonly linesRequired: boolean
  /** Everything that is left can be moved without naming lines all the same. */
  readonly wholeWithoutLines: boolean
  /** A merchant's own label fits before our reference; where not, ours goes alone. */
  readonly takesLabel: boolean
  /** Only everything can be captured, and at once. */
  readonly capturesWholeOnly: boolean
  /** A refund takes from one charge: more than any has left goes in steps. */
  readonly refundsOneCharge: boolean
  /** The customer behind a charge can be charged once more. */
  readonly chargesAgain: boolean
  /** Money can be paid to the card that the provider has stored, beside any refund. */
  readonly paysOut: boolean
  /** Money that the customer sent by bank transfer is booked by hand. */
  readonly confirmsReceipts: boolean
}

const USUAL: MethodRules = {
  authorizes: true,
  refunds: true,
  voidsRest: false,
  updatesItems: false,
  extendsTime: false,
  lines: 'any',
  linesRequired: false,
  wholeWithoutLines: false,
  takesLabel: true,
  capturesWholeOnly: false,
  refundsOneCharge: false,
  chargesAgain: false,
  paysOut: false,
  confirmsReceipts: false,
}

interface Row {
  /** The whole method code, or a family when it ends in a dot. */
  readonly method: string
  readonly rules: Partial<MethodRules>
}

/** Where a method differs from the usual; the first row that fits counts (fact sheet §8.3, §10, §11). */
const DINTERO: readonly Row[] = [
  { method: 'klarna.klarna', rules: { voidsRest: true, updatesItems: true, extendsTime: true } },
  { method: 'klarna.billie', rules: { voidsRest: true, updatesItems: true, extendsTime: true } },
  { method: 'payex.swish', rules: { authorizes: false } },
  { method: 'swish.', rules: { authorizes: false } },
  { method: 'vipps', rules: { voidsRest: true } },
  { method: 'payex.', rules: { voidsRest: true } },
  { method: 'collector.', rules: { lines: 'whole_lines', linesRequired: true } },
  { method: 'instabank.', rules: { linesRequired: true } },
  // At most 35 characters, which ours has by itself.
  { method: 'kravia.', rules: { takesLabel: false } },
]

/** Each capture there is a payment of its own, and a refund is sent to one of them (§4). */
const BY_CHARGE: Partial<MethodRules> = { voidsRest: true, refundsOneCharge: true }

/**
 * Brands of the Open Payment Platform (its fact sheet §4, clarification 2). Whether the rest can be
 * voided after a capture varies by account, so it is offered and the account's setting decides. The
 * sheet knows no list of brands that are paid by bank transfer; these two are by their names.
 */
const OPPWA: readonly Row[] = [
  { method: 'oppwa.knet', rules: { authorizes: false } },
  { method: 'oppwa.mada', rules: { authorizes: false } },
  { method: 'oppwa.sofortueberweisung', rules: { authorizes: false, refunds: false } },
  { method: 'oppwa.prepayment', rules: { ...BY_CHARGE, confirmsReceipts: true } },
  { method: 'oppwa.invoice', rules: { ...BY_CHARGE, confirmsReceipts: true } },
  { method: 'oppwa.', rules: { ...BY_CHARGE, chargesAgain: true, paysOut: true } },
]

/** A partner's invoice: parts only in its own portal, refunds by whole lines (fact sheet §7.5). */
const BAMBORA_INVOICE: Partial<MethodRules> = {
  lines: 'whole_lines',
  linesRequired: true,
  wholeWithoutLines: true,
  capturesWholeOnly: true,
}

const BAMBORA_CHECKOUT: readonly Row[] = [
  { method: 'bambora.walley', rules: BAMBORA_INVOICE },
  { method: 'bambora.klarna', rules: BAMBORA_INVOICE },
]

/** Cards only, and all alike: no items, no void of a rest (fact sheet of Bambora Native §6.3, §7). */
const BAMBORA_NATIVE: readonly Row[] = []

const TABLE: Readonly<Record<Provider, readonly Row[]>> = {
  dintero: DINTERO,
  oppwa: OPPWA,
  'bambora-checkout': BAMBORA_CHECKOUT,
  'bambora-native': BAMBORA_NATIVE,
}

/** The rules of a method, for example `klarna.billie`, at a provider. */
export function methodRules(provider: Provider, method: string): MethodRules {
  const row = TABLE[provider].find(
    (candidate) =>
      candidate.method === method ||
      (candidate.method.endsWith('.') && method.startsWith(candidate.method)),
  )
  return { ...USUAL, ...row?.rules }
}

/** The methods that have rules of their own, for the documentation. */
export function methodsWithRules(provider: Provider): readonly string[] {
  return TABLE[provider].map((row) => row.method)
}
