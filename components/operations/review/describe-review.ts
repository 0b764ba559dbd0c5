import type { ReviewVerdict } from '@/lib/domain/operation/outcome'
import type { ReviewDecisionView } from '@/lib/domain/view/operation-detail'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import type { I18n } from '@/lib/i18n/i18n'

export interface VerdictDescription {
  readonly title: string
  /** What one must have seen to say so, and what follows. */
  readonly meaning: string
}

type RequestedOperation = Pick<OperationView, 'kind' | 'amountMinor' | 'currency'>

/** The three answers to what happened, in the words of this operation. */
export function describeVerdict(
  verdict: ReviewVerdict,
  operation: RequestedOperation,
  provider: string,
  i18n: I18n,
): VerdictDescription {
  const { t } = i18n
  const { kind } = operation
  switch (verdict) {
    case 'succeeded':
      return {
        title: t('review.verdicts.succeeded.title'),
        meaning: t('review.verdicts.succeeded.meaning', {
          provider,
          kind,
          sum: sumOf(operation, i18n),
        }),
      }
    case 'refused':
    case 'not_sent':
      return {
        title: t(`review.verdicts.${verdict}.title`, { provider }),
        meaning: t(`review.verdicts.${verdict}.meaning`, { provider, kind }),
      }
  }
}

export interface ReviewProgress {
  /** The sum is above what one person may decide alone. */
  readonly needsTwo: boolean
  readonly mine: ReviewDecisionView | null
  readonly others: readonly ReviewDecisionView[]
}

/** How far a review has come, for one of the people who may decide. */
export function reviewProgress(
  operation: RequestedOperation,
  decisions: readonly ReviewDecisionView[],
  personId: string,
  onePersonMinor: number,
): ReviewProgress {
  return {
    needsTwo: operation.amountMinor > onePersonMinor,
    mine: decisions.find(({ actorId }) => actorId === personId) ?? null,
    others: decisions.filter(({ actorId }) => actorId !== personId),
  }
}

/** What pressing the button does. The server decides it anew: this only tells beforehand. */
export function submitText(
  operation: RequestedOperation,
  progress: ReviewProgress,
  verdict: ReviewVerdict | null,
  i18n: I18n,
): string {
  const { t } = i18n
  const sum = sumOf(operation, i18n)
  const settles =
    !progress.needsTwo || progress.others.some((decision) => decision.verdict === verdict)
  if (settles) {
    return verdict === null
      ? t('review.form.settle', { sum })
      : t(`review.form.settleAs.${verdict}`, { sum })
  }
  return t(progress.mine === null ? 'review.form.decideOn' : 'review.form.changeDecision', { sum })
}

/** What a decision has led to. */
export function outcomeText(
  operation: RequestedOperation,
  verdict: ReviewVerdict,
  provider: string,
  needsSecondPerson: boolean,
  i18n: I18n,
): string {
  return i18n.t(needsSecondPerson ? 'review.kept' : 'review.settled', {
    kind: operation.kind,
    sum: sumOf(operation, i18n),
    verdict: describeVerdict(verdict, operation, provider, i18n).title,
  })
}

function sumOf({ amountMinor, currency }: RequestedOperation, { formats }: I18n): string {
  return formats.money(amountMinor, currency)
}
