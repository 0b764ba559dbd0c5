import { currencyExponent } from '@/lib/domain/money/currency'
import { isMinorAmount } from '@/lib/domain/money/money'

/** The wire has two decimals whatever the currency (§3, clarification 4). */
const WIRE_DECIMALS = 2

/**
 * Minor units as the platform wants them: `92.00`. Null where two decimals cannot say the amount,
 * as with the third decimal of a dinar, or the amount is not a positive whole number.
 */
export function formatWireAmount(amountMinor: number, currency: string): string | null {
  if (!isMinorAmount(amountMinor) || amountMinor <= 0) return null
  const scale = WIRE_DECIMALS - currencyExponent(currency)
  const minor = BigInt(amountMinor)
  if (scale < 0 && minor % 10n ** BigInt(-scale) !== 0n) return null
  const wire = scale < 0 ? minor / 10n ** BigInt(-scale) : minor * 10n ** BigInt(scale)
  const digits = String(wire).padStart(WIRE_DECIMALS + 1, '0')
  return `${digits.slice(0, -WIRE_DECIMALS)}.${digits.slice(-WIRE_DECIMALS)}`
}

/**
 * An amount of the wire in minor units. Null for anything that isn't a plain decimal number, or
 * that is finer than the currency.
 */
export function parseWireAmount(text: string, currency: string): number | null {
  const parts = /^(\d{1,12})(?:\.(\d{1,3}))?$/.exec(text)
  if (parts === null) return null
  const [, whole = '', fraction = ''] = parts
  const exponent = currencyExponent(currency)
  const kept = fraction.slice(0, exponent).padEnd(exponent, '0')
  if (/[1-9]/.test(fraction.slice(exponent))) return null
  const amountMinor = Number(whole + kept)
  return isMinorAmount(amountMinor) ? amountMinor : null
}
