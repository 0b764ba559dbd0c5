import { heldMinor, refundableMinor } from '@/lib/domain/payment/transaction'
import type { I18n } from '@/lib/i18n/i18n'
import type { OperableTransaction } from './operations'

type Figures = Pick<
  OperableTransaction,
  'status' | 'totals' | 'currency' | 'items' | 'newestOperation'
>

const MOVES = ['capturedMinor', 'refundedMinor', 'releasedMinor'] as const

/**
 * The changes of a payment since the person last saw it, one sentence each; empty when
 * there are none. It compares figures, so it does not depend on who made the change; a person who
 * asked for something meanwhile is named.
 */
export function whatChanged(
  before: Figures,
  after: Figures,
  { t, formats }: I18n,
): readonly string[] {
  const { totals } = after
  const money = (amountMinor: number) => formats.money(amountMinor, after.currency)
  const changes: string[] = []
  for (const name of MOVES) {
    const difference = totals[name] - before.totals[name]
    if (difference > 0) changes.push(t(`dialogs.changes.${name}.more`, { sum: money(difference) }))
    if (difference < 0) {
      changes.push(t(`dialogs.changes.${name}.corrected`, { sum: money(totals[name]) }))
    }
  }
  const authorized = [before.totals.authorizedMinor, totals.authorizedMinor] as const
  if (authorized[0] !== authorized[1]) {
    const [from, to] = [money(authorized[0]), money(authorized[1])]
    changes.push(t('dialogs.changes.authorized', { before: from, after: to }))
  }
  if (changes.length > 0) {
    const left = { held: money(heldMinor(totals)), refundable: money(refundableMinor(totals)) }
    return [...changes, ...whoAsked(before, after, t, formats), t('dialogs.changes.left', left)]
  }
  if (before.status !== after.status) {
    const status = t(`statuses.${after.status}`).toLowerCase()
    return [t('dialogs.changes.status', { status })]
  }
  return sameItems(before, after) ? [] : [t('dialogs.changes.lines')]
}

function whoAsked(
  before: Figures,
  { newestOperation: newest }: Figures,
  t: I18n['t'],
  formats: I18n['formats'],
): readonly string[] {
  if (newest === null || newest.id === before.newestOperation?.id) return []
  return [t('dialogs.changes.by', { actor: newest.actorName, at: formats.time(newest.createdAt) })]
}

function sameItems(before: Figures, after: Figures): boolean {
  return JSON.stringify(before.items) === JSON.stringify(after.items)
}
