import type { ReviewVerdict } from '@/lib/domain/operation/outcome'
import type { ReviewDecisionView } from '@/lib/domain/view/operation-story'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import type { Wording } from '@/lib/i18n/i18n'

export interface VerdictText {
  readonly title: string
  /** What one must have seen to say so, and what follows. */
  readonly meaning: string
}

type Asked = Pick<OperationView, 'kind' | 'amountMinor' | 'currency'>

/** The three answers to what happened, in the words of this operation. */
export function verdictText(
  verdict: ReviewVerdict,
  operation: Asked,
  provider: string,
  wording: Wording,
): VerdictText {
  const { t } = wording
  const { kind } = operation
  switch (verdict) {
    case 'succeeded':
      return {
        title: t('review.verdicts.succeeded.title'),
        meaning: t('review.verdicts.succeeded.meaning', {
          provider,
          kind,
          sum: sumOf(operation, wording),
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
  operation: Asked,
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
  operation: Asked,
  progress: ReviewProgress,
  verdict: ReviewVerdict | null,
  wording: Wording,
): string {
  const { t } = wording
  const sum = sumOf(operation, wording)
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
  operation: Asked,
  verdict: ReviewVerdict,
  provider: string,
  needsSecondPerson: boolean,
  wording: Wording,
): string {
  return wording.t(needsSecondPerson ? 'review.kept' : 'review.settled', {
    kind: operation.kind,
    sum: sumOf(operation, wording),
    verdict: verdictText(verdict, operation, provider, wording).title,
  })
}

function sumOf({ amountMinor, currency }: Asked, { formats }: Wording): string {
  return formats.money(amountMinor, currency)
}
