import { heldMinor, refundableMinor, type Totals } from '@/lib/domain/transaction'
import { STATUS_LABELS } from '@/lib/format/labels'
import { formatMoney } from '@/lib/format/money'
import type { OperableTransaction } from './operations'

type Figures = Pick<OperableTransaction, 'status' | 'totals' | 'currency' | 'items'>

const MOVES: readonly (readonly [keyof Totals, string])[] = [
  ['capturedMinor', 'captured'],
  ['refundedMinor', 'refunded'],
  ['releasedMinor', 'released'],
]

/**
 * What became different about a payment since somebody looked at it, one sentence each; empty when
 * nothing did. It compares figures, so it needs no word on who did it.
 */
export function whatChanged(before: Figures, after: Figures): readonly string[] {
  const money = (amountMinor: number) => formatMoney(amountMinor, after.currency)
  const changes: string[] = []
  for (const [name, deed] of MOVES) {
    const difference = after.totals[name] - before.totals[name]
    if (difference > 0) changes.push(`${money(difference)} was ${deed}.`)
    if (difference < 0) {
      changes.push(`${capitalized(deed)} is ${money(after.totals[name])} after a correction.`)
    }
  }
  const authorized = [before.totals.authorizedMinor, after.totals.authorizedMinor] as const
  if (authorized[0] !== authorized[1]) {
    changes.push(`The authorization went from ${money(authorized[0])} to ${money(authorized[1])}.`)
  }
  if (changes.length > 0) return [...changes, left(after.totals, money)]
  if (before.status !== after.status) {
    return [`The payment is now ${STATUS_LABELS[after.status].text.toLowerCase()}.`]
  }
  return sameItems(before, after) ? [] : ['The order lines were changed.']
}

function left(totals: Totals, money: (amountMinor: number) => string): string {
  return `Now ${money(heldMinor(totals))} is held, and ${money(refundableMinor(totals))} can be refunded.`
}

function sameItems(before: Figures, after: Figures): boolean {
  return JSON.stringify(before.items) === JSON.stringify(after.items)
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
