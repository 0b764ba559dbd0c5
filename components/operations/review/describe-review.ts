import type { ReviewVerdict } from '@/lib/domain/operation/outcome'
import type { ReviewDecisionView } from '@/lib/domain/view/operation-detail'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import type { I18n } from '@/lib/i18n/i18n'

export interface VerdictDescription {
  readonly title: string
  /** The evidence that the verdict needs, and its consequence. */
  readonly meaning: string
}

type RequestedOperation = Pick<OperationView, 'kind' | 'amountMinor' | 'currency'>

/** The three verdicts, in the words of this operation. */
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
  /** True when the sum is above the limit for a decision by one person. */
  readonly needsTwo: boolean
  readonly mine: ReviewDecisionView | null
  readonly others: readonly ReviewDecisionView[]
}

/** The progress of a review, as seen by one of the people who may decide. */
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

/**
 * The effect of the button. It is a forecast: the server decides again when the decision arrives.
 */
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

/** The result of a decision. */
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
