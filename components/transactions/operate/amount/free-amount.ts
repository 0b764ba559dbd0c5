import type { FreeAmountKind } from '@/lib/domain/operation/inputs'
import type { Wording } from '@/lib/i18n/i18n'
import { readAmount, type AmountReading } from './amount-text'

/** A typed amount within what the operation may move, or what is wrong with it. */
export function readFreeAmount(
  kind: FreeAmountKind,
  text: string,
  maxMinor: number,
  currency: string,
  wording: Wording,
): AmountReading {
  const reading = readAmount(text, currency, wording)
  if (!reading.ok || reading.amountMinor <= maxMinor) return reading
  const max = wording.formats.money(maxMinor, currency)
  return { ok: false, problem: wording.t(`amounts.tooMuch.${kind}`, { max }) }
}
