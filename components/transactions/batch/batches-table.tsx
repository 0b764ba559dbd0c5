import { Sums } from '@/components/transactions/shared/sums'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Moment } from '@/components/transactions/shared/moment'
import { LinkPending } from '@/components/ui/link-pending'
import { Body, Cell, Head, HeadCell, Row, Table } from '@/components/ui/table'
import type { BatchView } from '@/lib/domain/batch/batch'
import { countOutcomes, progressOf } from '@/lib/domain/batch/row-outcome'
import { describeAge } from '@/lib/i18n/describe-age'
import { describeBatch, describeSource, sumsByCurrency } from '@/lib/i18n/describe-batch'
import { useI18n } from '@/lib/i18n/use-i18n'
import { batchHref, isRehearsal } from './batch-address'
import { BatchStatePill } from './batch-state-pill'

interface Props {
  readonly batches: readonly BatchView[]
  readonly now: Date
}

/** Batches, the newest first; on a phone each is a card. */
export function BatchesTable({ batches, now }: Props) {
  const t = useTranslations('batches.list')
  return (
    <Table className="max-lg:block">
      <caption className="sr-only">{t('caption')}</caption>
      <Head className="max-lg:sr-only">
        <Row>
          <HeadCell className="lg:pl-5">{t('what')}</HeadCell>
          <HeadCell>{t('state')}</HeadCell>
          <HeadCell>{t('progress')}</HeadCell>
          <HeadCell numeric>{t('sum')}</HeadCell>
          <HeadCell className="lg:pr-5">{t('by')}</HeadCell>
        </Row>
      </Head>
      <Body className="max-lg:block">
        {batches.map((batch) => (
          <BatchLine key={batch.id} batch={batch} now={now} />
        ))}
      </Body>
    </Table>
  )
}

function BatchLine({ batch, now }: { readonly batch: BatchView; readonly now: Date }) {
  const i18n = useI18n()
  const { t } = i18n
  const { ended, planned } = progressOf(batch)
  const { refused } = countOutcomes(batch)
  const createdAt = new Date(batch.createdAt)
  return (
    <Row className="group/row border-line hover:bg-sunken/60 has-focus-visible:bg-sunken/60 relative border-t transition-colors max-lg:grid max-lg:grid-cols-[1fr_auto] max-lg:gap-x-4 max-lg:gap-y-1.5 max-lg:px-4 max-lg:py-3.5">
      <Cell className="max-lg:col-span-2 max-lg:p-0 lg:pl-5">
        <Link
          href={batchHref(batch.id)}
          prefetch={false}
          className="text-ink block font-medium outline-none after:absolute after:inset-0 focus-visible:after:rounded-md focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-(--accent-ink)"
        >
          {describeBatch(batch, i18n)}
          <LinkPending />
        </Link>
        <span className="text-ink-soft block max-w-80 truncate text-xs">
          <bdi>{describeSource(batch, i18n)}</bdi>
        </span>
      </Cell>
      <Cell className="max-lg:p-0">
        <BatchStatePill state={batch.state} />
      </Cell>
      <Cell className="text-ink-soft tabular-nums max-lg:self-center max-lg:p-0 max-lg:text-right max-lg:text-xs">
        {isRehearsal(batch.state)
          ? t('batches.list.planned', { count: batch.rows })
          : t('batches.list.ended', { ended, count: planned })}
        {refused > 0 && (
          <span className="text-bad-ink block text-xs font-medium">
            {t('batches.list.refused', { count: refused })}
          </span>
        )}
      </Cell>
      <Cell numeric className="tabular-nums max-lg:order-last max-lg:p-0">
        <Sums sums={sumsByCurrency(batch.planned)} />
      </Cell>
      <Cell className="text-ink-soft max-lg:p-0 max-lg:text-xs lg:pr-5">
        <bdi>{batch.actorName}</bdi>{' '}
        <Moment at={createdAt} className="text-ink-faint lg:block lg:text-xs">
          {describeAge(createdAt, now, i18n)}
        </Moment>
      </Cell>
    </Row>
  )
}
