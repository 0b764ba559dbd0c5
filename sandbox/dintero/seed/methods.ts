/** A payment method of the sample data. */
export interface Method {
  /** `payment_product_type` (fact sheet §7.5). */
  readonly type: string
  /** Share among the samples. */
  readonly weight: number
  readonly countries: readonly ('NO' | 'SE' | 'DK' | 'FI' | 'DE')[]
  /** Sold to companies. */
  readonly isBusiness?: true
  readonly isCard?: true
  /** Without a reservation: the money moves immediately. */
  readonly isDirect?: true
}

export const METHODS: readonly Method[] = [
  { type: 'klarna.klarna', weight: 40, countries: ['NO', 'NO', 'SE', 'SE', 'DK', 'FI', 'DE'] },
  {
    type: 'klarna.billie',
    weight: 20,
    countries: ['NO', 'SE', 'SE', 'DE', 'DE', 'FI'],
    isBusiness: true,
  },
  { type: 'payex.creditcard', weight: 6, countries: ['NO', 'SE', 'DK'], isCard: true },
  {
    type: 'dintero_psp.creditcard',
    weight: 6,
    countries: ['NO', 'SE', 'DK', 'FI', 'DE'],
    isCard: true,
  },
  { type: 'bambora.creditcard', weight: 3, countries: ['NO', 'SE'], isCard: true },
  { type: 'netaxept.creditcard', weight: 1, countries: ['DK', 'FI'], isCard: true },
  { type: 'vipps', weight: 5, countries: ['NO'] },
  { type: 'payex.vipps', weight: 2, countries: ['NO'] },
  { type: 'payex.mobilepay', weight: 2, countries: ['DK', 'FI'] },
  { type: 'swish.swish', weight: 5, countries: ['SE'], isDirect: true },
  { type: 'collector.invoice', weight: 3, countries: ['SE', 'NO', 'FI'] },
  { type: 'collector.invoice_b2b', weight: 2, countries: ['SE', 'NO'], isBusiness: true },
  { type: 'instabank.invoice', weight: 2, countries: ['NO'] },
  { type: 'kravia.invoice_b2b', weight: 2, countries: ['NO'], isBusiness: true },
  { type: 'two.invoice_b2b', weight: 1, countries: ['NO', 'SE'], isBusiness: true },
]

/** True when the money of a `payment_product_type` moves immediately. */
export function isDirect(type: string): boolean {
  return METHODS.some((method) => method.type === type && method.isDirect === true)
}
