import { plainAmount } from '@/lib/domain/money/money'
import type { CodedStatusDetail, StatusDetail } from '@/lib/domain/operation/status-detail'
import type { TransactionEvent } from '@/lib/domain/payment/transaction-snapshot'
import type { TotalsVerdict } from './attribution-by-totals'

/** A change of a payment at the provider that was not made by the operation in question. */
type Change = Pick<TransactionEvent, 'kind' | 'amountMinor' | 'madeBy'>

/** What the details below say of a change; `none` stands for what the provider does not tell. */
function changeValues({ kind, amountMinor, madeBy }: Change, currency: string) {
  const sum = amountMinor === null ? 'none' : plainAmount(amountMinor, currency)
  return { kind, sum, by: madeBy ?? 'none' }
}

/** A refusal together with a change that was made elsewhere. */
export function refusedWithChange(said: string, change: Change, currency: string): StatusDetail {
  return { code: 'refused_with_change', values: { said, ...changeValues(change, currency) } }
}

/** A refusal together with a change that is just like the refused operation. */
export function refusedOrDone(said: string, change: Change, currency: string): CodedStatusDetail {
  return { code: 'refused_or_done', values: { said, ...changeValues(change, currency) } }
}

/** No response, and a change that this operation and another one explain equally. */
export function oursOrAnothers(change: Change, currency: string): CodedStatusDetail {
  return { code: 'ours_or_anothers', values: changeValues(change, currency) }
}

/** No response and no sign of the operation, but a change of another origin. */
export function lostBesideChange(change: Change, currency: string): CodedStatusDetail {
  return { code: 'lost_beside_change', values: changeValues(change, currency) }
}

/** True when a read that contradicts a refusal can mean that the operation was done all the same. */
export function mayBeDone(verdict: TotalsVerdict): boolean {
  switch (verdict.kind) {
    case 'unchanged':
    case 'failed':
    case 'elsewhere':
      return false
    case 'differs':
      return verdict.mayBeOurs
    case 'succeeded':
    case 'ambiguous':
    case 'pending':
    case 'untold':
      return true
  }
}

/**
 * The change that was made besides the operation; null where the history shows none. A failure
 * changed nothing.
 */
export function changeOf(verdict: TotalsVerdict): TransactionEvent | null {
  if (verdict.kind === 'failed') return verdict.change
  if (verdict.kind !== 'elsewhere' && verdict.kind !== 'differs') return null
  return verdict.event?.state === 'failed' ? null : verdict.event
}

/** The detail of a change that doesn't fit the operation. */
export function describeDifference(
  { event }: Extract<TotalsVerdict, { kind: 'differs' }>,
  currency: string,
): CodedStatusDetail {
  return event === null ? { code: 'changed_unexplained' } : oursOrAnothers(event, currency)
}

/** A refusal that a read contradicts, kept until other reads settle it. */
export interface DoubtedRefusal {
  readonly code: string
  readonly said: string
}

/** The detail of a refusal that a read contradicts. */
export function refusedButShown({ code, said }: DoubtedRefusal): CodedStatusDetail {
  return { code: 'refused_but_shown', values: { refusalCode: code, said } }
}

/** The refusal inside the detail above; null in any other. */
export function doubtedRefusal(detail: StatusDetail | null): DoubtedRefusal | null {
  if (detail === null || typeof detail === 'string') return null
  const { refusalCode, said } = detail.values ?? {}
  if (detail.code !== 'refused_but_shown' || refusalCode === undefined) return null
  return { code: String(refusalCode), said: String(said ?? '') }
}
