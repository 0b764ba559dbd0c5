/** The behaviour of a payment method after the customer has paid. */
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
  /** Days after the order to which its time can be extended at most; null where none is named. */
  readonly longestHoldDays: number | null
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
  /** Money can be paid to the card that the provider has stored, besides any refund. */
  readonly paysOut: boolean
  /** Money that the customer sent by bank transfer is booked by hand. */
  readonly confirmsReceipts: boolean
}

/** A method's differences from the usual rules. */
export interface MethodRow {
  /** The whole method code, or a family when it ends in a dot. */
  readonly method: string
  readonly rules: Partial<MethodRules>
}

/** The kind of thing a customer pays with. */
export type MethodKind = 'card' | 'wallet' | 'invoice' | 'bank' | 'terminal' | 'other'

/** A method's own name, the same in every language. */
export interface MethodName {
  readonly name: string
  /** The family that is named next to it, where others have the method too. */
  readonly family?: string
  readonly kind: MethodKind
}
