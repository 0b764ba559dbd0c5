/** A sum in one currency, in minor units. */
export interface CurrencySum {
  readonly currency: string
  readonly amountMinor: number
}
