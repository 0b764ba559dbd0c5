import type { FreeAmountKind } from '@/lib/domain/operation/inputs'
import type { I18n } from '@/lib/i18n/i18n'
import { readAmount, type AmountReading } from './amount-text'

/** A typed amount within what the operation may move, or what is wrong with it. */
export function readFreeAmount(
  kind: FreeAmountKind,
  text: string,
  maxMinor: number,
  currency: string,
  i18n: I18n,
): AmountReading {
  const reading = readAmount(text, currency, i18n)
  if (!reading.ok || reading.amountMinor <= maxMinor) return reading
  const max = i18n.formats.money(maxMinor, currency)
  return { ok: false, problem: i18n.t(`amounts.tooMuch.${kind}`, { max }) }
}
