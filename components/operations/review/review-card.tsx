import type { ReactNode } from 'react'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import type { OperationDetail } from '@/lib/domain/view/operation-detail'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { useI18n } from '@/lib/i18n/use-i18n'

interface Props {
  readonly detail: OperationDetail
  readonly onePersonMinor: number
  readonly disagree: boolean
  /** The reason that this person may not decide; null when they may. */
  readonly notPermitted: string | null
  /** The decisions so far, and the form. */
  readonly decisions: ReactNode
  readonly children: ReactNode
}

/**
 * The review of an operation whose outcome could not be determined, with the rule for deciding it.
 */
export function ReviewCard(props: Props) {
  const { t, formats } = useI18n('review')
  const { detail, onePersonMinor, disagree, notPermitted, decisions, children } = props
  const { operation, provider } = detail
  const { currency, amountMinor, kind } = operation
  const inReview = operation.state === 'needs_review'
  const limit = formats.money(onePersonMinor, currency)
  return (
    <Card id="review" title={t(inReview ? 'heading' : 'decided')}>
      <div className="grid gap-4 px-5 pb-5 text-sm">
        {inReview && (
          <p className="text-ink-soft text-pretty">
            {t('task', { provider: PROVIDER_LABELS[provider], kind })}
          </p>
        )}
        {inReview && (
          <p className="text-ink-soft text-pretty">
            {t.rich(amountMinor > onePersonMinor ? 'twoPeople' : 'onePerson', {
              limit,
              strong: (text) => <strong className="text-ink font-semibold">{text}</strong>,
            })}
          </p>
        )}
        {inReview && disagree && (
          <Banner tone="warn" icon="warning">
            {t('disagree')}
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
