import Link from 'next/link'
import { describeCheck } from '@/components/operations/shared/describe-check'
import { StatePill } from '@/components/operations/shared/state-pill'
import { Moment } from '@/components/transactions/shared/moment'
import { Sum } from '@/components/transactions/shared/sum'
import { Icon } from '@/components/ui/icon'
import { LinkPending } from '@/components/ui/link-pending'
import { Cell, Row } from '@/components/ui/table'
import type { OpenOperationRow } from '@/lib/domain/view/operation-detail'
import { describeAge } from '@/lib/i18n/describe-age'
import { useI18n } from '@/lib/i18n/use-i18n'

interface Props {
  readonly row: OpenOperationRow
  /** True when the reader may decide a review. */
  readonly mayDecide: boolean
  readonly now: Date
}

/**
 * An open operation as a row, or a card. All of it links to its operation detail, the order to the
 * payment.
 */
export function OpenRow({ row, mayDecide, now }: Props) {
  const i18n = useI18n()
  const { t } = i18n
  const { operation, orderReference, customerName, ageMs } = row
  const { state, createdAt } = operation
  const { found, checks } = describeCheck(operation, now, i18n)
  return (
    <Row className="border-line hover:bg-sunken/60 has-focus-visible:bg-sunken/60 relative border-t align-top transition-colors max-lg:grid max-lg:grid-cols-[1fr_auto] max-lg:gap-x-4 max-lg:gap-y-1.5 max-lg:px-4 max-lg:py-3.5 max-lg:first:border-t-0">
      <Cell className="max-lg:order-1 max-lg:p-0 lg:pl-5">
        <StatePill state={state} />
      </Cell>
      <Cell className="max-lg:order-3 max-lg:p-0 lg:whitespace-nowrap">
        <Link
          href={`/operations/${operation.id}`}
          prefetch={false}
          className="text-ink font-medium outline-none after:absolute after:inset-0 focus-visible:after:rounded-md focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-(--accent-ink)"
        >
          {t(`operationKinds.${operation.kind}`)}
          <LinkPending />
        </Link>
        {state === 'needs_review' && mayDecide && (
          <span className="text-accent-ink flex items-center gap-1 text-xs font-medium">
            {t('operations.decide')}
            <Icon name="arrow-right" className="size-3" />
          </span>
        )}
      </Cell>
      <Cell numeric className="font-medium max-lg:order-2 max-lg:p-0 max-lg:text-base">
        <Sum amountMinor={operation.amountMinor} currency={operation.currency} />
      </Cell>
      <Cell className="max-w-48 max-lg:order-5 max-lg:col-span-2 max-lg:max-w-none max-lg:p-0">
        <span className="flex max-lg:items-center max-lg:gap-2.5 lg:grid">
          <Link
            href={`/transactions/${operation.transactionId}`}
            prefetch={false}
            className="text-accent-ink relative z-10 truncate hover:underline max-lg:py-0.5 lg:justify-self-start"
          >
            <bdi>{orderReference ?? t('operations.noOrder')}</bdi>
          </Link>
          <span className="text-ink-soft truncate">
            <bdi>{customerName ?? t('operations.noName')}</bdi>
          </span>
        </span>
      </Cell>
      <Cell className="max-lg:order-6 max-lg:p-0 max-lg:text-xs">
        <span className="text-ink-soft lg:text-ink lg:block lg:whitespace-nowrap">
          <span className="lg:hidden">
            {t('operations.requestedByPerson', { person: operation.actorName })}
          </span>
          <span className="max-lg:hidden">{operation.actorName}</span>
        </span>
        <span className="text-ink-faint text-xs max-lg:hidden">
          {t(`roles.${operation.actorRole}`)}
        </span>
      </Cell>
      <Cell className="text-ink-soft whitespace-nowrap max-lg:order-4 max-lg:p-0 max-lg:text-right">
        <Moment at={createdAt}>
          {describeAge(createdAt, new Date(createdAt.getTime() + ageMs), i18n)}
        </Moment>
      </Cell>
      <Cell className="max-w-md max-lg:order-7 max-lg:col-span-2 max-lg:max-w-none max-lg:p-0 lg:pr-5">
        <span className="text-ink-soft block text-pretty">{found}</span>
        <span className="text-ink-faint block text-xs">{checks}</span>
      </Cell>
    </Row>
  )
}
