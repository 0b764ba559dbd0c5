import type { BatchKind } from '@/lib/domain/batch/batch'
import type { CurrencySum } from '@/lib/domain/money/currency-sum'

/** A payment of the list as it can be selected: what it allows of each kind, in minor units. */
export interface Candidate {
  readonly id: string
  readonly currency: string
  readonly amounts: Readonly<Partial<Record<BatchKind, number>>>
}

/** The selected payments by id, also those on other pages of the same list. */
export type Selection = ReadonlyMap<string, Candidate>

export const NO_SELECTION: Selection = new Map()

/** A tick that was set or taken away. */
export interface TickChange {
  readonly id: string
  readonly isTicked: boolean
  /** The row that was ticked before, where everything up to it is meant; else null. */
  readonly rangeFrom: string | null
}

/** The selection after a tick, of a row or of a range of the rows that are shown. */
export function changeTick(
  selection: Selection,
  shown: readonly Candidate[],
  { id, isTicked, rangeFrom }: TickChange,
): Selection {
  return setTicks(selection, rangeOf(shown, id, rangeFrom), isTicked)
}

/** The selection with all of some rows ticked, or none of them. */
export function setTicks(
  selection: Selection,
  rows: readonly Candidate[],
  isTicked: boolean,
): Selection {
  const next = new Map(selection)
  for (const row of rows) {
    if (isTicked) next.set(row.id, row)
    else next.delete(row.id)
  }
  return next
}

/** The rows from one to another, in whichever direction; the row alone where the other is not shown. */
function rangeOf(
  shown: readonly Candidate[],
  id: string,
  other: string | null,
): readonly Candidate[] {
  const at = shown.findIndex((row) => row.id === id)
  const from = other === null ? -1 : shown.findIndex((row) => row.id === other)
  if (from === -1) return shown.slice(at, at + 1)
  return shown.slice(Math.min(at, from), Math.max(at, from) + 1)
}

/** True when every one of some rows is selected; null when only a part is. */
export function areTicked(selection: Selection, shown: readonly Candidate[]): boolean | null {
  const ticked = shown.filter(({ id }) => selection.has(id)).length
  if (ticked === 0) return false
  return ticked === shown.length ? true : null
}

/** The number of selected payments that allow a kind, and what they allow by currency. */
export interface KindTotal {
  readonly kind: BatchKind
  readonly ids: readonly string[]
  readonly sums: readonly CurrencySum[]
}

/** Totals of the kinds that at least one payment allows. Rows that are shown count as they are now. */
export function totalsByKind(
  selection: Selection,
  shown: readonly Candidate[],
  kinds: readonly BatchKind[],
): readonly KindTotal[] {
  const now = new Map(shown.map((row) => [row.id, row]))
  const rows = [...selection.values()].map((row) => now.get(row.id) ?? row)
  return kinds.map((kind) => totalOf(kind, rows)).filter(({ ids }) => ids.length > 0)
}

function totalOf(kind: BatchKind, rows: readonly Candidate[]): KindTotal {
  const able = rows.filter(({ amounts }) => amounts[kind] !== undefined)
  const sums = new Map<string, number>()
  for (const { currency, amounts } of able) {
    sums.set(currency, (sums.get(currency) ?? 0) + (amounts[kind] ?? 0))
  }
  return {
    kind,
    ids: able.map(({ id }) => id),
    sums: [...sums]
      .map(([currency, amountMinor]) => ({ currency, amountMinor }))
      .toSorted((a, b) => a.currency.localeCompare(b.currency)),
  }
}

/** A selection as a tab keeps it, with the list that it belongs to. */
export function writeSelection(query: string, selection: Selection): unknown {
  return selection.size === 0 ? null : { query, rows: [...selection.values()] }
}

/** The selection that a tab kept of this list; none where it kept another one, or nothing. */
export function readSelection(query: string, kept: unknown): Selection {
  if (!isObject(kept) || kept['query'] !== query || !Array.isArray(kept['rows'])) {
    return NO_SELECTION
  }
  return new Map(kept['rows'].filter(isCandidate).map((row) => [row.id, row]))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isCandidate(value: unknown): value is Candidate {
  return (
    isObject(value) &&
    typeof value['id'] === 'string' &&
    typeof value['currency'] === 'string' &&
    isObject(value['amounts'])
  )
}
