import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Amount } from '@/components/transactions/shared/amount'
import { Method } from '@/components/transactions/shared/method'
import { Moment } from '@/components/transactions/shared/moment'
import { OpenOperationPill } from '@/components/transactions/shared/open-operation-pill'
import { StatusPill } from '@/components/transactions/shared/status-pill'
import { Sum } from '@/components/transactions/shared/sum'
import { RowTick } from '@/components/transactions/select/row-tick'
import { cn } from '@/components/ui/cn'
import { Icon } from '@/components/ui/icon'
import { LinkPending } from '@/components/ui/link-pending'
import { Pill } from '@/components/ui/pill'
import { Cell, Row } from '@/components/ui/table'
import type { Role } from '@/lib/domain/access/permission'
import type { OperationKind } from '@/lib/domain/operation/operation'
import { findContradiction, heldMinor } from '@/lib/domain/payment/transaction'
import { nextAction } from '@/lib/domain/rules/next-action'
import type { TransactionListRow } from '@/lib/domain/view/transaction-view'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { useFormats } from '@/lib/i18n/use-i18n'
import { CaptureBy } from './capture-by'

interface Props {
  readonly row: TransactionListRow
  /** The latest refusal, where the payment is listed because of it. */
  readonly refused: OperationKind | null
  readonly tags: readonly string[]
  readonly now: Date
  readonly role: Role
  /** The id of the text about the keys of ticks; null where the row has none. */
  readonly tickHint: string | null
}

/** A payment as a table row; on a phone the same cells make a card. Its link covers all of it. */
export function TransactionRow({ row, refused, tags, now, role, tickHint }: Props) {
  const t = useTranslations('transactions.row')
  const { totals, currency } = row
  const isContradictory = findContradiction(totals) !== null
  return (
    <Row
      className={cn(
        'group/row border-line hover:bg-sunken/60 has-focus-visible:bg-sunken/60 has-[[data-tick]:checked]:bg-accent-soft/60 relative border-t transition-colors max-lg:grid max-lg:gap-x-4 max-lg:gap-y-1.5 max-lg:px-4 max-lg:py-3.5 lg:[&>td]:px-1.5 lg:[&>td]:py-2 xl:[&>td]:px-2',
        tickHint === null
          ? 'max-lg:grid-cols-[1fr_auto]'
          : 'max-lg:grid-cols-[2.25rem_1fr_auto] max-lg:gap-x-2 max-lg:pl-2',
      )}
    >
      {tickHint !== null && <TickCell row={row} hint={tickHint} />}
      <Cell
        className={cn(
          'max-lg:order-4 max-lg:self-center max-lg:p-0',
          tickHint === null && 'lg:pl-5!',
        )}
      >
        <CaptureBy row={row} now={now} />
      </Cell>
      <Cell className="max-w-52 max-lg:order-1 max-lg:max-w-none max-lg:min-w-0 max-lg:p-0">
        <Link
          href={`/transactions/${row.id}`}
          prefetch={false}
          className="text-ink visited:text-ink-faint block truncate font-medium outline-none after:absolute after:inset-0 focus-visible:after:rounded-md focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-(--accent-ink)"
        >
          <bdi>{row.orderReference ?? t('noReference')}</bdi>
          <LinkPending />
        </Link>
        <span className="text-ink-soft block truncate">
          <bdi>{row.customerName ?? t('noName')}</bdi>
        </span>
      </Cell>
      <Cell className="max-lg:order-3 max-lg:p-0">
        <span className="flex flex-wrap gap-1.5">
          <StatusPill status={row.status} />
          {row.openOperation && <OpenOperationPill operation={row.openOperation} />}
          {refused && <RefusedPill kind={refused} />}
          {isContradictory && (
            <Pill tone="bad" icon="warning">
              {t('contradiction')}
            </Pill>
          )}
          {tags.map((tag) => (
            <Pill key={tag} icon="tag" className="max-w-40">
              <span className="sr-only">{t('tag')}: </span>
              <bdi className="truncate">{tag}</bdi>
            </Pill>
          ))}
        </span>
      </Cell>
      <Cell className="text-ink-soft max-lg:order-5 max-lg:p-0 max-lg:text-xs">
        <Method method={row.method} provider={row.provider} />
        <span className="text-ink-faint block text-xs max-lg:hidden lg:pl-5.5">
          {PROVIDER_LABELS[row.provider]}
        </span>
      </Cell>
      <Cell numeric className="max-lg:order-2 max-lg:p-0 max-lg:text-base max-lg:font-medium">
        <RequestedSum row={row} />
      </Cell>
      <Cell numeric className="max-lg:hidden">
        <Amount amountMinor={totals.capturedMinor} currency={currency} />
      </Cell>
      <Cell numeric className="max-xl:hidden">
        <Amount amountMinor={totals.refundedMinor} currency={currency} />
      </Cell>
      <Cell numeric className="font-medium max-lg:hidden">
        {!isContradictory && <Amount amountMinor={heldMinor(totals)} currency={currency} />}
      </Cell>
      <CreatedCell row={row} now={now} role={role} />
    </Row>
  )
}

/** The tick that selects the payment. */
function TickCell({ row, hint }: Pick<Props, 'row'> & { readonly hint: string }) {
  const t = useTranslations()
  return (
    <Cell className="max-lg:col-start-1 max-lg:row-span-3 max-lg:row-start-1 max-lg:p-0 lg:pr-0! lg:pl-3!">
      <RowTick
        id={row.id}
        label={t('batchBar.tick', {
          order: row.orderReference ?? t('transactions.row.noReference'),
        })}
        describedBy={hint}
      />
    </Cell>
  )
}

/** The time of creation, and over it the likely next action while the row is looked at. */
function CreatedCell({ row, now, role }: Pick<Props, 'row' | 'now' | 'role'>) {
  const t = useTranslations('transactions.row')
  const next = useTranslations('list.next')
  const { shortDay, time } = useFormats()
  return (
    <Cell className="text-ink-soft text-right whitespace-nowrap max-lg:order-6 max-lg:p-0 max-lg:text-xs lg:pr-5! lg:max-xl:hidden">
      {t.rich('created', {
        small: (text) => <span className="lg:hidden">{text}</span>,
        moment: () => <Moment at={row.createdAt}>{shortDay(row.createdAt, now)}</Moment>,
      })}
      <span className="text-ink-faint block text-xs max-lg:hidden">{time(row.createdAt)}</span>
      <span
        aria-hidden="true"
        className="bg-accent text-on-accent shadow-control rounded-control pointer-events-none absolute inset-y-0 right-3 my-auto hidden h-8 items-center gap-1 px-3 text-sm font-medium lg:group-hover/row:inline-flex lg:group-has-focus-visible/row:inline-flex"
      >
        {next(nextAction(row, role))}
        <Icon name="chevron" className="-mr-1 size-3.5" />
      </span>
    </Cell>
  )
}

/** The authorized amount; the requested amount in brackets where nothing was authorized. */
function RequestedSum({ row: { totals, amountMinor, currency } }: Pick<Props, 'row'>) {
  const t = useTranslations('transactions.row')
  if (totals.authorizedMinor > 0 || amountMinor === 0) {
    return <Amount amountMinor={totals.authorizedMinor} currency={currency} />
  }
  return (
    <span title={t('requested')} className="text-ink-faint font-normal">
      <span className="sr-only">{t('requested')}: </span>
      <Sum amountMinor={amountMinor} currency={currency} isBracketed />
    </span>
  )
}

/** Names the operation that the provider refused lately. */
function RefusedPill({ kind }: { readonly kind: OperationKind }) {
  const t = useTranslations()
  return (
    <Pill tone="bad" icon="cross">
      {t('transactions.row.refused', { what: t(`operationKinds.${kind}`) })}
    </Pill>
  )
}
