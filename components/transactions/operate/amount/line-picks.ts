import { QUANTITY_SCALE } from '@/lib/domain/money/quantity'
import type { LineLeft } from '@/lib/domain/rules/line-selection'
import type { Formats } from '@/lib/format/formats'
import type { AmountModes } from './amount-modes'
import { lineLock } from './line-rows'
import { parseQuantity } from './parse-decimal'

/** Typed quantities by line id; a line that is not there is not picked. */
export type Quantities = Readonly<Record<string, string>>

/** Everything that is left of every line that is not locked. */
export function pickAll(modes: AmountModes, formats: Formats): Quantities {
  const open = (modes.left ?? []).filter((line) => lineLock(line, modes) === null)
  return Object.fromEntries(open.map((line) => [line.item.lineId, everythingOf(line, formats)]))
}

/** A line picked whole, or taken out. */
export function withLine(
  quantities: Quantities,
  line: LineLeft,
  picked: boolean,
  formats: Formats,
): Quantities {
  return withText(quantities, line, picked ? everythingOf(line, formats) : '')
}

export function withText(quantities: Quantities, line: LineLeft, text: string): Quantities {
  const rest = Object.entries(quantities).filter(([lineId]) => lineId !== line.item.lineId)
  return Object.fromEntries(text === '' ? rest : [...rest, [line.item.lineId, text]])
}

/** One piece more or less, within what is left; from an unreadable quantity it starts anew. */
export function stepQuantity(
  text: string,
  step: 1 | -1,
  formats: Formats,
  { mostMicros, leastMicros = 0 }: { readonly mostMicros: number; readonly leastMicros?: number },
): string {
  const quantity = parseQuantity(text, formats.decimalMark) ?? 0
  const next = Math.min(Math.max(quantity + step * QUANTITY_SCALE, leastMicros), mostMicros)
  return formats.quantity(next)
}

export type PickState = 'none' | 'some' | 'all'

/** How much of a line is picked. */
export function pickState(
  line: LineLeft,
  text: string | undefined,
  { decimalMark }: Formats,
): PickState {
  if (text === undefined) return 'none'
  const quantity = parseQuantity(text, decimalMark)
  if (quantity === line.leftQuantityMicros) return 'all'
  return quantity === null || quantity === 0 ? 'none' : 'some'
}

/** How much of all lines together is picked. */
export function pickStateOfAll(
  modes: AmountModes,
  quantities: Quantities,
  formats: Formats,
): PickState {
  const states = (modes.left ?? [])
    .filter((line) => lineLock(line, modes) === null)
    .map((line) => pickState(line, quantities[line.item.lineId], formats))
  if (states.every((state) => state === 'all')) return 'all'
  return states.every((state) => state === 'none') ? 'none' : 'some'
}

function everythingOf(line: LineLeft, formats: Formats): string {
  return formats.quantity(line.leftQuantityMicros)
}
