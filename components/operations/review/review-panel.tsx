'use client'

import { useEffect, useRef } from 'react'
import { FailureAlert } from '@/components/act/failure-alert'
import { Banner } from '@/components/ui/banner'
import type { ReviewDecisionView } from '@/lib/domain/view/operation-detail'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { useI18n } from '@/lib/i18n/use-i18n'
import { outcomeText, reviewProgress } from './describe-review'
import { ReviewForm } from './review-form'
import { useReview, type DecideAction } from './use-review'

export interface ReviewLimits {
  /** Above this (minor units) two people must decide the same. */
  readonly onePersonMinor: number
  readonly reasonLength: number
}

interface Props {
  readonly operation: Pick<OperationView, 'id' | 'state' | 'kind' | 'amountMinor' | 'currency'>
  readonly decisions: readonly ReviewDecisionView[]
  readonly personId: string
  readonly providerName: string
  /** The people who may decide, in words. */
  readonly roles: string
  readonly limits: ReviewLimits
  readonly action: DecideAction
}

/** The form of a review, and the result of the decision, which stays when the form goes. */
export function ReviewPanel(props: Props) {
  const { operation, decisions, personId, providerName, roles, limits, action } = props
  const i18n = useI18n()
  const { isPending, failure, outcome, decide } = useReview(action)
  const result = useRef<HTMLDivElement>(null)
  const progress = reviewProgress(operation, decisions, personId, limits.onePersonMinor)
  const inReview = operation.state === 'needs_review'

  // Once others have settled it, no decision is awaited any more.
  const isNews = outcome !== null && (inReview || !outcome.needsSecondPerson)

  useEffect(() => {
    if (outcome !== null) result.current?.focus()
  }, [outcome])

  return (
    <>
      <div ref={result} tabIndex={-1} role="status" className="outline-none empty:hidden">
        {isNews && (
          <Banner
            tone={outcome.needsSecondPerson ? 'info' : 'good'}
            icon={outcome.needsSecondPerson ? 'clock' : 'check'}
          >
            {outcomeText(operation, outcome.verdict, providerName, outcome.needsSecondPerson, i18n)}
          </Banner>
        )}
        {outcome === null && inReview && progress.mine !== null && failure === null && (
          <Banner tone="info" icon="clock">
            {i18n.t.rich('review.waiting', {
              roles,
              strong: (text) => <strong className="font-semibold">{text}</strong>,
            })}
          </Banner>
        )}
      </div>
      <FailureAlert failure={failure} />
      {inReview && (
        <ReviewForm
          key={progress.mine?.decidedAt.getTime() ?? 0}
          operation={operation}
          progress={progress}
          providerName={providerName}
          reasonLength={limits.reasonLength}
          isPending={isPending}
          onSubmit={(verdict, reason) =>
            void decide({ operationId: operation.id, verdict, reason })
          }
        />
      )}
    </>
  )
}
