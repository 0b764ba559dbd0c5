import type { EventState } from '@/lib/domain/payment/transaction-snapshot'
import type { OppwaEntry } from '../schema'
import type { OppwaSettings } from '../settings'
import { parseWireAmount } from './amounts'
import { entryMeaning, isTestModeSuccess } from './result-meaning'

/** The movement of an entry's money, as far as its result code tells. */
export type EntryState = EventState

/** One payment or operation, with its state and its amount in minor units. */
export interface TreeEntry {
  readonly entry: OppwaEntry
  readonly state: EntryState
  /** Null where a failed entry names no amount. */
  readonly amountMinor: number | null
  /** The payment type of what it refers to; null for the payment itself. */
  readonly targetType: string | null
}

/** A payment with everything that refers to it, oldest first; `root` is the first of `entries`. */
export interface PaymentTree {
  readonly root: TreeEntry
  readonly entries: readonly TreeEntry[]
  readonly currency: string
}

export type TreeResult =
  | { readonly ok: true; readonly tree: PaymentTree }
  | { readonly ok: false; readonly problem: string }

/** Types that begin a payment; all others refer to an earlier entry (§4). */
export const ROOT_TYPES: readonly string[] = ['PA', 'DB', 'CD', 'PA.CP']

/** Types of operations that move money; others, such as the risk check RI, count in no total. */
const MONEY_TYPES: readonly string[] = ['CP', 'RF', 'RV', 'RB', 'RC', 'CB', 'CR']

/** Types that may refer to nothing and are no payment: the risk check. */
const SET_ASIDE_TYPES: readonly string[] = ['RI']

/**
 * Codes that leave the result open, without a word that the operation was accepted: only a later
 * report, or people, can settle it.
 */
const UNKNOWN_MEANINGS: readonly string[] = ['unknown', 'duplicate', 'no_result']

type TreeSettings = Pick<OppwaSettings, 'environment' | 'currency'>

/** The state of an entry's money by its result code. */
export function entryState(
  { paymentType, result: { code } }: OppwaEntry,
  settings: Pick<OppwaSettings, 'environment'>,
): EntryState {
  if (settings.environment === 'live' && isTestModeSuccess(code)) return 'failed'
  const meaning = entryMeaning(paymentType, code)
  if (meaning === 'done' || meaning === 'done_review') return 'succeeded'
  if (meaning === 'pending') return 'pending'
  return UNKNOWN_MEANINGS.includes(meaning) ? 'unknown' : 'failed'
}

/**
 * True for an entry that begins a payment. One of a type that is not known, and that refers to
 * nothing, could be one too: it is reported as unreadable rather than lost.
 */
export function isFirst({ paymentType, referencedId }: OppwaEntry): boolean {
  if (ROOT_TYPES.includes(paymentType)) return true
  if (referencedId !== undefined) return false
  return !MONEY_TYPES.includes(paymentType) && !SET_ASIDE_TYPES.includes(paymentType)
}

/** True for an operation that moves money of an earlier payment. */
export function movesMoney({ paymentType }: Pick<OppwaEntry, 'paymentType'>): boolean {
  return MONEY_TYPES.includes(paymentType)
}

/**
 * An operation that moves money and whose payment is unknown. What moves none and refers to nothing,
 * such as a risk check, is set aside.
 */
export function isStray(entry: OppwaEntry): boolean {
  return movesMoney(entry) && !entry.referencedId
}

/**
 * The tree below one payment, out of the entries of one or several reports, which come in no order
 * that one could rely on (§6.2). Entries of other payments are left out; an operation that refers
 * to nothing, or a success without amount, makes the whole unreadable: totals would be guesses. A
 * payment that names no currency, as declined ones do (§5.7), has that of its operations, else the
 * account's own; without any it is unreadable too.
 */
export function buildTree(
  entries: readonly OppwaEntry[],
  rootId: string,
  settings: TreeSettings,
): TreeResult {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const root = byId.get(rootId)
  if (root === undefined) return problem('the report does not hold the payment')
  if (!ROOT_TYPES.includes(root.paymentType)) return problem(whyNoPayment(root))
  const stray = entries.find(isStray)
  if (stray !== undefined) return problem(`operation ${stray.id} refers to nothing`)
  const own = [...byId.values()].filter((one) => one === root || isBelow(one, rootId, byId))
  const currency = root.currency ?? own.find((one) => one.currency)?.currency ?? settings.currency
  if (currency === undefined || !/^[A-Z]{3}$/.test(currency)) {
    return problem('the payment has no currency')
  }

  const kept: TreeEntry[] = []
  for (const entry of own) {
    const state = entryState(entry, settings)
    const moves = entry === root || movesMoney(entry)
    const amountMinor = entry.amount === undefined ? null : parseWireAmount(entry.amount, currency)
    if (amountMinor === null && moves && (state === 'succeeded' || entry.amount !== undefined)) {
      return problem(`operation ${entry.id} has no readable amount`)
    }
    if (moves && entry.currency !== undefined && entry.currency !== currency) {
      return problem(`operation ${entry.id} is in another currency`)
    }
    const target = entry.id === rootId ? undefined : byId.get(entry.referencedId ?? '')
    kept.push({ entry, state, amountMinor, targetType: target?.paymentType ?? null })
  }
  const [first, ...rest] = kept.sort((left, right) => compare(left.entry, right.entry, rootId))
  if (first === undefined) return problem('the report does not hold the payment')
  return { ok: true, tree: { root: first, entries: [first, ...rest], currency } }
}

/**
 * The payment to which an entry belongs: itself, or the first payment on the way up through what is
 * referred to (§4). The entry's own id where the report does not show the way.
 */
export function paymentIdOf(entries: readonly OppwaEntry[], id: string): string {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const visited = new Set<string>()
  let current = byId.get(id)
  while (current !== undefined && !visited.has(current.id)) {
    if (isFirst(current)) return current.id
    visited.add(current.id)
    current = byId.get(current.referencedId ?? '')
  }
  return id
}

function isBelow(
  entry: OppwaEntry,
  rootId: string,
  byId: ReadonlyMap<string, OppwaEntry>,
): boolean {
  const visited = new Set<string>()
  let current: OppwaEntry | undefined = entry
  while (current?.referencedId !== undefined && !visited.has(current.id)) {
    if (current.referencedId === rootId) return true
    visited.add(current.id)
    current = byId.get(current.referencedId)
  }
  return false
}

/** An operation by itself is no payment: its totals would lack what it refers to. */
function whyNoPayment(entry: OppwaEntry): string {
  return isFirst(entry)
    ? `the payment type ${entry.paymentType} is not known`
    : `the report does not hold the payment of operation ${entry.id}`
}

/** The payment first, then by time. */
function compare(left: OppwaEntry, right: OppwaEntry, rootId: string): number {
  if (left.id === rootId || right.id === rootId) return left.id === rootId ? -1 : 1
  return (left.timestamp?.getTime() ?? Infinity) - (right.timestamp?.getTime() ?? Infinity) || 0
}

function problem(text: string): TreeResult {
  return { ok: false, problem: text }
}
