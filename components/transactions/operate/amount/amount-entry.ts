import type { AmountChoice, LineChoice } from '@/lib/domain/operation/inputs'
import { isWholePieces } from '@/lib/domain/money/quantity'
import { selectLines } from '@/lib/domain/rules/line-selection'
import { describeFailure } from '@/lib/i18n/describe-failure'
import type { I18n } from '@/lib/i18n/i18n'
import type { AmountMode, AmountModes } from './amount-modes'
import { parseQuantity, readAmount } from './amount-text'
import { lineLock } from './line-picks'

/** The entry so far, as typed. */
export interface AmountEntry {
  readonly mode: AmountMode
  /** The quantities of the picked lines by line id. */
  readonly quantities: Readonly<Record<string, string>>
  readonly amountText: string
}

export type EntryReading = { readonly ok: true; readonly choice: AmountChoice } | EntryProblem

interface EntryProblem {
  readonly ok: false
  readonly problem: string
  /** A line id, or `amount`, `lines`, `mode`. */
  readonly field: string
  /** The field is empty; that is shown as an error only after a try to submit. */
  readonly missing?: boolean
}

/** Starts with everything, or with the first way that is open. */
export function firstEntry({ closed }: AmountModes): AmountEntry {
  const mode = (['all', 'lines', 'amount'] as const).find((candidate) => closed[candidate] === null)
  return { mode: mode ?? 'all', quantities: {}, amountText: '' }
}

/** The amount of an entry, computed as the server does it; or the errors of the entry. */
export function readEntry(
  entry: AmountEntry,
  modes: AmountModes,
  currency: string,
  i18n: I18n,
): EntryReading {
  const closed = modes.closed[entry.mode]
  if (closed !== null) return { ok: false, problem: closed, field: 'mode' }
  if (entry.mode === 'lines') return readLines(entry.quantities, modes, currency, i18n)
  if (entry.mode === 'all') {
    return { ok: true, choice: { mode: 'all', amountMinor: modes.maxMinor } }
  }
  const reading = readAmount(entry.amountText, currency, i18n)
  if (!reading.ok) return { ok: false, problem: reading.problem, field: 'amount' }
  if (reading.amountMinor > modes.maxMinor) return tooMuch(modes, currency, 'amount', i18n)
  return { ok: true, choice: { mode: 'amount', amountMinor: reading.amountMinor } }
}

function readLines(
  quantities: AmountEntry['quantities'],
  modes: AmountModes,
  currency: string,
  i18n: I18n,
): EntryReading {
  const { t, formats } = i18n
  const lines: LineChoice[] = []
  for (const line of modes.left ?? []) {
    const { lineId } = line.item
    const text = quantities[lineId]?.trim() ?? ''
    if (text === '' || lineLock(line, modes) !== null) continue
    const quantityMicros = parseQuantity(text, formats.decimalMark)
    if (quantityMicros === null) {
      return { ok: false, problem: t('amounts.lines.noQuantity', { text }), field: lineId }
    }
    if (quantityMicros > line.leftQuantityMicros) {
      const quantity = formats.quantity(line.leftQuantityMicros)
      const problem = t('amounts.lines.onlyLeft', { quantity })
      return { ok: false, problem, field: lineId }
    }
    const isRest = quantityMicros === line.leftQuantityMicros
    if (modes.wholePieces && !isRest && !isWholePieces(quantityMicros)) {
      return { ok: false, problem: t('amounts.lines.wholePieces'), field: lineId }
    }
    if (quantityMicros > 0 || line.leftQuantityMicros === 0) {
      lines.push({ lineId, quantityMicros, amountMinor: null })
    }
  }
  if (lines.length === 0) {
    return { ok: false, problem: t('amounts.lines.pickOne'), field: 'lines', missing: true }
  }
  const selected = selectLines(modes.left ?? [], lines)
  if (!selected.ok) {
    const { error } = selected
    return { ok: false, problem: describeFailure(error, i18n), field: error.field ?? 'lines' }
  }
  const { amountMinor } = selected.value
  if (amountMinor > modes.maxMinor) return tooMuch(modes, currency, 'lines', i18n)
  return { ok: true, choice: { mode: 'lines', amountMinor, lines } }
}

function tooMuch(
  { kind, maxMinor }: AmountModes,
  currency: string,
  field: string,
  { t, formats }: I18n,
): EntryReading {
  const max = formats.money(maxMinor, currency)
  return { ok: false, problem: t(`amounts.tooMuch.${kind}`, { max }), field }
}

/** The error that belongs to no field; a missing entry is included once `showErrors` is set. */
export function problemToShow(reading: EntryReading, showErrors: boolean): string | null {
  if (reading.ok) return null
  const { field, problem, missing = false } = reading
  if (field !== 'lines' && field !== 'mode') return null
  return missing && !showErrors ? null : problem
}
