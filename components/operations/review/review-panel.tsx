'use client'

import { useEffect, useRef } from 'react'
import { Banner } from '@/components/ui/banner'
import type { ReviewDecisionView } from '@/lib/domain/view/operation-story'
import type { OperationView } from '@/lib/domain/view/transaction-view'
import { useFailureWords } from '@/lib/i18n/describe-failure'
import { useWording } from '@/lib/i18n/use-i18n'
import { ReviewForm } from './review-form'
import { outcomeText, reviewProgress } from './review-text'
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
  /** Who may decide, in words. */
  readonly roles: string
  readonly limits: ReviewLimits
  readonly action: DecideAction
}

/** The form of a review, and what became of the decision; it outlives the form it has sent. */
export function ReviewPanel(props: Props) {
  const { operation, decisions, personId, providerName, roles, limits, action } = props
  const wording = useWording()
  const failureWords = useFailureWords()
  const { isPending, failure, told, decide } = useReview(action)
  const result = useRef<HTMLDivElement>(null)
  const progress = reviewProgress(operation, decisions, personId, limits.onePersonMinor)
  const inReview = operation.state === 'needs_review'

  // Once others have settled it, it waits for nobody any more.
  const isNews = told !== null && (inReview || !told.needsSecondPerson)

  useEffect(() => {
    if (told !== null) result.current?.focus()
  }, [told])

  return (
    <>
      <div ref={result} tabIndex={-1} role="status" className="outline-none empty:hidden">
        {isNews && (
          <Banner
            tone={told.needsSecondPerson ? 'info' : 'good'}
            icon={told.needsSecondPerson ? 'clock' : 'check'}
          >
            {outcomeText(operation, told.verdict, providerName, told.needsSecondPerson, wording)}
          </Banner>
        )}
        {told === null && inReview && progress.mine !== null && failure === null && (
          <Banner tone="info" icon="clock">
            {wording.t.rich('review.waiting', {
              roles,
              strong: (text) => <strong className="font-semibold">{text}</strong>,
            })}
          </Banner>
        )}
      </div>
      <div role="alert" className="empty:hidden">
        {failure !== null && (
          <Banner tone="bad" icon="warning">
            {failureWords(failure)}
          </Banner>
        )}
      </div>
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
