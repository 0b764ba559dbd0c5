import { Moment } from '@/components/transactions/shared/moment'
import { BackLink } from '@/components/ui/back-link'
import type { BatchView } from '@/lib/domain/batch/batch'
import { describeAge } from '@/lib/i18n/describe-age'
import { describeBatch, describeSource } from '@/lib/i18n/describe-batch'
import { describeReason } from '@/lib/i18n/describe-status-detail'
import { useI18n } from '@/lib/i18n/use-i18n'
import { BatchStatePill } from './batch-state-pill'

interface Props {
  readonly batch: BatchView
  readonly now: Date
}

/** What a batch does, its state, and its origin. */
export function BatchHeader({ batch, now }: Props) {
  const i18n = useI18n()
  const { t } = i18n
  const createdAt = new Date(batch.createdAt)
  return (
    <div className="grid gap-2 pt-6 pb-5">
      <BackLink href="/transactions/batches" prefetch={false} className="justify-self-start">
        {t('batches.title')}
      </BackLink>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="text-2xl font-semibold tracking-tight">{describeBatch(batch, i18n)}</h1>
        <BatchStatePill state={batch.state} />
      </div>
      <p className="text-ink-soft flex flex-wrap gap-x-2 text-sm">
        <span className="min-w-0 break-words">
          <bdi>{describeSource(batch, i18n)}</bdi>
        </span>
        <span aria-hidden="true">·</span>
        <span>
          <bdi>{batch.actorName}</bdi>,{' '}
          <Moment at={createdAt}>{describeAge(createdAt, now, i18n)}</Moment>
        </span>
        {batch.reason !== null && (
          <>
            <span aria-hidden="true">·</span>
            <span className="min-w-0 break-words">
              {t('batches.reason', { reason: describeReason(t, batch.reason) })}
            </span>
          </>
        )}
      </p>
    </div>
  )
}
