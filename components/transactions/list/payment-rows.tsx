'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Amount } from '@/components/transactions/shared/amount'
import { Moment } from '@/components/transactions/shared/moment'
import { OpenOperationPill } from '@/components/transactions/shared/open-operation-pill'
import { Sum } from '@/components/transactions/shared/sum'
import { RowTick } from '@/components/transactions/select/row-tick'
import { IconOfMany } from '@/components/ui/icon-of-many'
import { LinkPending } from '@/components/ui/link-pending'
import { useI18n } from '@/lib/i18n/use-i18n'
import { CaptureBy } from './capture-by'
import type { RowData } from './row-data'

interface RowsProps {
  readonly rows: readonly RowData[]
  readonly now: Date
  /** The id of the text about the keys of ticks; null where rows have none. */
  readonly tickHint: string | null
}

/**
 * Payments as table rows, from their data; on a phone the same cells make cards. What rows look like
 * stands in `payment-rows.css`, so that no row repeats it.
 */
export function PaymentRows({ rows, now, tickHint }: RowsProps) {
  return rows.map((row) => <PaymentRow key={row.id} row={row} now={now} tickHint={tickHint} />)
}

interface Props {
  readonly row: RowData
  readonly now: Date
  readonly tickHint: string | null
}

/** The link of a row covers all of it. Its cells are counted from the last in the styles. */
function PaymentRow({ row, now, tickHint }: Props) {
  const t = useTranslations('transactions.row')
  const { currency } = row
  const [, captured = 0, refunded = 0, held] = row.sums
  return (
    <tr role="row" className="payment-row group/row">
      {tickHint !== null && <TickCell row={row} hint={tickHint} />}
      <td role="cell">
        <CaptureBy due={row.due ?? null} now={now} />
      </td>
      <td role="cell">
        <Link href={`/transactions/${row.id}`} prefetch={false}>
          <bdi>{row.order ?? t('noReference')}</bdi>
          <LinkPending />
        </Link>
        <span>
          <bdi>{row.customer ?? t('noName')}</bdi>
        </span>
      </td>
      <td role="cell">
        <Pills row={row} />
      </td>
      <td role="cell">
        <span>
          <IconOfMany name={row.methodIcon} />
          <span>{row.method}</span>
        </span>
        <span>{row.provider}</span>
      </td>
      <td role="cell">
        <AuthorizedSum row={row} />
      </td>
      <td role="cell">
        <Amount amountMinor={captured} currency={currency} />
      </td>
      <td role="cell">
        <Amount amountMinor={refunded} currency={currency} />
      </td>
      <td role="cell">{held !== undefined && <Amount amountMinor={held} currency={currency} />}</td>
      <CreatedCell row={row} now={now} />
    </tr>
  )
}

/** The tick that selects the payment. */
function TickCell({ row, hint }: Pick<Props, 'row'> & { readonly hint: string }) {
  const t = useTranslations()
  const order = row.order ?? t('transactions.row.noReference')
  return (
    <td role="cell">
      <RowTick id={row.id} label={t('batchBar.tick', { order })} describedBy={hint} />
    </td>
  )
}

/** The status, and what else is to be known at once. */
function Pills({ row }: Pick<Props, 'row'>) {
  const t = useTranslations()
  const { status, tone, icon, open, refused, isContradictory, tags = [] } = row
  return (
    <>
      <span className={`pill pill-${tone}`}>
        {icon && <IconOfMany name={icon} />}
        {t(`statuses.${status}`)}
      </span>
      {open && <OpenOperationPill operation={open} />}
      {refused && (
        <span className="pill pill-bad">
          <IconOfMany name="cross" />
          {t('transactions.row.refused', { what: t(`operationKinds.${refused}`) })}
        </span>
      )}
      {isContradictory && (
        <span className="pill pill-bad">
          <IconOfMany name="warning" />
          {t('transactions.row.contradiction')}
        </span>
      )}
      {tags.map((tag) => (
        <span key={tag} className="pill pill-neutral pill-tag">
          <IconOfMany name="tag" />
          <span className="sr-only">{t('transactions.row.tag')}: </span>
          <bdi>{tag}</bdi>
        </span>
      ))}
    </>
  )
}

/** The time of creation, and over it the likely next action while the row is looked at. */
function CreatedCell({ row: { createdAt, next }, now }: Pick<Props, 'row' | 'now'>) {
  const { t, formats } = useI18n()
  return (
    <td role="cell">
      {t.rich('transactions.row.created', {
        small: (text) => <span className="lg:hidden">{text}</span>,
        moment: () => <Moment at={createdAt}>{formats.shortDay(createdAt, now)}</Moment>,
      })}
      <span>{formats.time(createdAt)}</span>
      <span aria-hidden="true" className="payment-next">
        {t(`list.next.${next}`)}
        <IconOfMany name="chevron" />
      </span>
    </td>
  )
}

/** The authorized amount; the requested amount in brackets where nothing was authorized. */
function AuthorizedSum({ row: { sums, requested, currency } }: Pick<Props, 'row'>) {
  const t = useTranslations('transactions.row')
  if (requested === undefined) return <Amount amountMinor={sums[0] ?? 0} currency={currency} />
  return (
    <span title={t('requested')} className="text-ink-faint font-normal">
      <span className="sr-only">{t('requested')}: </span>
      <Sum amountMinor={requested} currency={currency} isBracketed />
    </span>
  )
}
