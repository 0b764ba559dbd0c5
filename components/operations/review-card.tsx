import type { ReactNode } from 'react'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import type { OperationStory } from '@/lib/domain/operation-story'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { formatMoney } from '@/lib/format/money'
import { OPERATION_NOUNS } from './review-text'

interface Props {
  readonly story: OperationStory
  readonly onePersonMinor: number
  readonly disagree: boolean
  /** Why this person may not decide; null when they may. */
  readonly notPermitted: string | null
  /** The decisions so far, and the form. */
  readonly decisions: ReactNode
  readonly children: ReactNode
}

/** Where people decide what nobody could find out, with the rule for it. */
export function ReviewCard(props: Props) {
  const { story, onePersonMinor, disagree, notPermitted, decisions, children } = props
  const { operation, provider } = story
  const { currency, amountMinor, kind } = operation
  const inReview = operation.state === 'needs_review'
  const limit = formatMoney(onePersonMinor, currency)
  return (
    <Card id="review" title={inReview ? 'Decide what happened' : 'Decision'}>
      <div className="grid gap-4 px-5 pb-5 text-sm">
        {inReview && (
          <p className="text-ink-soft text-pretty">
            Look at {PROVIDER_LABELS[provider]}’s own page of this payment, or ask their support.
            Your decision closes this {OPERATION_NOUNS[kind]} and unlocks the payment. It sends
            nothing; the figures follow {PROVIDER_LABELS[provider]}.
          </p>
        )}
        {inReview && (
          <p className="text-ink-soft text-pretty">
            {amountMinor > onePersonMinor ? (
              <>
                <strong className="text-ink font-semibold">Two people must decide the same</strong>,
                because the sum is above {limit}.
              </>
            ) : (
              <>One person may decide, because the sum is not above {limit}.</>
            )}
          </p>
        )}
        {inReview && disagree && (
          <Banner tone="warn" icon="warning">
            The decisions so far differ. Talk to each other; each may change their own.
          </Banner>
        )}
        {decisions}
        {notPermitted !== null && (
          <Banner tone="neutral" icon="lock" className="bg-sunken">
            {notPermitted}
          </Banner>
        )}
        {children}
      </div>
    </Card>
  )
}
