/**
 * Decimal places of the currencies whose minor unit is not a hundredth (ISO 4217). Every other
 * currency code has two.
 */
const EXPONENT_EXCEPTIONS: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLF: 4,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  UYI: 0,
  UYW: 4,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
}

/** The code of ISO 4217 for no currency: of a payment of which the provider names none. */
export const NO_CURRENCY = 'XXX'

/** Decimal places of a currency: 2 for NOK, 0 for JPY, 3 for KWD. */
export function currencyExponent(currency: string): number {
  return EXPONENT_EXCEPTIONS[currency] ?? 2
}

/** The currencies whose minor unit is not a hundredth, by their decimal places. */
export function unusualCurrencies(exponent: number): readonly string[] {
  return Object.keys(EXPONENT_EXCEPTIONS).filter((code) => EXPONENT_EXCEPTIONS[code] === exponent)
}
