import type { BatchKind, RowFinding } from '@/lib/domain/batch/batch'
import type { RehearsedPayment } from '@/lib/domain/batch/rehearsed-payment'
import type { WantedLine, WantedRow } from '@/lib/domain/batch/wanted-row'
import { parseAmount } from '@/lib/domain/money/money'
import type { LineChoice } from '@/lib/domain/operation/inputs'
import { failure, type Failure } from '@/lib/domain/operation/result'
import { selectLines } from '@/lib/domain/rules/line-selection'
import { linesToCapture, linesToRefund, type LineLeft } from '@/lib/domain/rules/lines-left'
import type { Chosen } from './chosen'

/** The lines of the order that a file's rows name by article number or line id, with their quantities. */
export function chooseLines(kind: BatchKind, wanted: WantedRow, payment: RehearsedPayment): Chosen {
  const left =
    kind === 'refund'
      ? linesToRefund(payment.items, payment.totals)
      : linesToCapture(payment.items, payment.totals)
  if (left === null) return refused(failure('lines_unknown').error)
  const picked = pickLines(left, wanted.lines)
  if (!picked.ok) return picked
  const isOver = picked.choices.every(({ quantityMicros }) => quantityMicros === 0)
  if (isOver) return { ok: false, findings: [{ code: 'nothing_left' }] }
  const choices = picked.choices.filter(({ quantityMicros }) => quantityMicros > 0)
  const selected = selectLines(left, choices)
  if (!selected.ok) return refused(selected.error)
  const { amountMinor } = selected.value
  const names = new Map(left.map(({ item }) => [item.lineId, item.description]))
  const byLine = choices.toSorted((a, b) => (a.lineId < b.lineId ? -1 : 1))
  return {
    ok: true,
    choice: { mode: 'lines', amountMinor, lines: choices },
    lines: choices.map(({ lineId, quantityMicros }) => ({
      description: names.get(lineId) ?? lineId,
      quantityMicros,
    })),
    intent: `lines:${JSON.stringify(byLine.map((line) => [line.lineId, line.quantityMicros]))}`,
    isPart: true,
    findings: differsFromFile(wanted, payment.currency, amountMinor),
  }
}

type Picked =
  | { readonly ok: true; readonly choices: readonly LineChoice[] }
  | { readonly ok: false; readonly findings: readonly RowFinding[] }

/** Adds up what the file's rows ask of each line; an article on several lines takes them in turn. */
function pickLines(left: readonly LineLeft[], wanted: readonly WantedLine[]): Picked {
  const quantities = new Map<string, number>()
  for (const line of wanted) {
    const named = left.filter(({ item }) => isNamed(item, line))
    const [first] = named
    if (first === undefined) {
      return { ok: false, findings: [{ code: 'unknown_sku', sku: line.sku ?? line.line ?? '' }] }
    }
    const openOf = ({ item, leftQuantityMicros }: LineLeft) =>
      leftQuantityMicros - (quantities.get(item.lineId) ?? 0)
    let openMicros = line.quantityMicros ?? named.reduce((sum, one) => sum + openOf(one), 0)
    for (const one of named) {
      const { lineId } = one.item
      const takenMicros = Math.min(openMicros, Math.max(0, openOf(one)))
      quantities.set(lineId, (quantities.get(lineId) ?? 0) + takenMicros)
      openMicros -= takenMicros
    }
    if (openMicros > 0) {
      const values = { description: first.item.description }
      return refused(failure('quantity_exceeds_left', { values }).error)
    }
  }
  const choices = [...quantities].map(([lineId, quantityMicros]) => ({
    lineId,
    quantityMicros,
    amountMinor: null,
  }))
  return { ok: true, choices }
}

function isNamed(item: LineLeft['item'], { sku, line }: WantedLine): boolean {
  const same = (a: string | null, b: string | null) =>
    a !== null && b !== null && a.trim().toLowerCase() === b.trim().toLowerCase()
  if (line !== null && !same(item.lineId, line)) return false
  return sku === null || same(item.sku, sku)
}

/** A file that states an amount for each line is taken at its word: another sum needs a person. */
function differsFromFile(
  { lines, decimalMark }: WantedRow,
  currency: string,
  amountMinor: number,
): readonly RowFinding[] {
  let stated = 0
  for (const { amount } of lines) {
    if (amount === null) return []
    const parsed = parseAmount(amount, currency, decimalMark)
    if (!parsed.ok) return differs()
    stated += parsed.amountMinor
  }
  return stated === amountMinor ? [] : differs()
}

function differs(): readonly RowFinding[] {
  return [{ code: 'refused', failure: failure('lines_differ_from_amount').error }]
}

function refused(error: Failure) {
  return { ok: false, findings: [{ code: 'refused', failure: error }] } as const
}
