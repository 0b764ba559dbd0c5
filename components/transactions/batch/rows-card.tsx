import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { LinkPending } from '@/components/ui/link-pending'
import { Body, Head, HeadCell, Row, Table } from '@/components/ui/table'
import type { BatchRowView, BatchView } from '@/lib/domain/batch/batch'
import { batchHref, isRehearsal, type BatchAddress } from './batch-address'
import type { BatchActions } from './batch-actions'
import { BatchRow } from './batch-row'
import { RowChange } from './rehearsal/row-change'
import { RowInclude } from './rehearsal/row-include'
import { RowTabs } from './row-tabs'

interface Props {
  readonly batch: BatchView
  readonly address: BatchAddress
  readonly rows: readonly BatchRowView[]
  /** The number of the row after which the next page begins; null where there is none. */
  readonly next: number | null
  /** Changes a row; null for whoever may not, and after the start. */
  readonly changeRow: BatchActions['changeRow'] | null
  readonly now: Date
}

/** The rows of a batch, a page at a time, by what was found or became of them. */
export function RowsCard({ batch, address, rows, next, changeRow, now }: Props) {
  const t = useTranslations('batchRows')
  const reckoned = useTranslations('expiring')
  const isBefore = isRehearsal(batch.state)
  return (
    <section
      aria-label={t('caption')}
      className="border-line bg-surface rounded-card shadow-card min-w-0 border"
    >
      <RowTabs batch={batch} current={address.tab} />
      {rows.length === 0 ? (
        <p className="border-line text-ink-soft border-t px-5 py-8 text-center text-sm">
          {t('empty')}
        </p>
      ) : (
        <Table className="max-lg:block">
          <caption className="sr-only">{t('caption')}</caption>
          <Head className="max-lg:sr-only">
            <Row>
              {changeRow !== null && (
                <HeadCell className="lg:pr-0 lg:pl-3">
                  <span className="sr-only">{t('include')}</span>
                </HeadCell>
              )}
              <HeadCell className={changeRow === null ? 'lg:pl-5' : undefined}>
                {t('order')}
              </HeadCell>
              <HeadCell>{t('method')}</HeadCell>
              <HeadCell>{t('captureBy')}</HeadCell>
              <HeadCell numeric className="lg:pr-11">
                {t('sum')}
              </HeadCell>
              <HeadCell className="lg:pr-5">{t(isBefore ? 'finding' : 'result')}</HeadCell>
            </Row>
          </Head>
          <Body className="max-lg:block">
            {rows.map((row) => (
              <BatchRow
                key={row.number}
                row={row}
                kind={batch.kind}
                now={now}
                isRehearsal={isBefore}
                isCounted={batch.source === 'pasted'}
                include={changeRow && <Include batch={batch} row={row} changeRow={changeRow} />}
                change={changeRow && <Change batch={batch} row={row} changeRow={changeRow} />}
              />
            ))}
          </Body>
        </Table>
      )}
      {rows.some(({ deadlineSource }) => deadlineSource === 'usual_for_method') && (
        <p className="border-line text-ink-faint border-t px-4 py-2.5 text-xs text-pretty lg:px-5">
          {reckoned('reckoned')}
        </p>
      )}
      {batch.hiddenRows > 0 && (
        <p className="border-line text-ink-soft border-t px-4 py-2.5 text-sm text-pretty lg:px-5">
          {t('elsewhere', { count: batch.hiddenRows })}
        </p>
      )}
      <RowsPager batch={batch} address={address} next={next} />
    </section>
  )
}

interface RowPartProps {
  readonly batch: BatchView
  readonly row: BatchRowView
  readonly changeRow: BatchActions['changeRow']
}

/** Only what could be started as it is can be included. */
function Include({ batch, row, changeRow }: RowPartProps) {
  if (row.amountMinor === null) return <span />
  const { number, order, isIncluded } = row
  return <RowInclude batchId={batch.id} row={{ number, order, isIncluded }} action={changeRow} />
}

/** An amount can be corrected where there is a payment; an order number where there is none. */
function Change({ batch, row, changeRow }: RowPartProps) {
  const { kind } = batch
  const { number, order, transactionId, amountMinor, currency, isByLines, verdict } = row
  const hasAmount = kind === 'capture' || kind === 'refund'
  const isAmountOpen = hasAmount && !isByLines && verdict !== 'twice' && verdict !== 'already_done'
  if (transactionId !== null && !isAmountOpen) return null
  return (
    <RowChange
      batchId={batch.id}
      row={{ number, order, transactionId, amountMinor, currency, isByLines }}
      action={changeRow}
    />
  )
}

type PagerProps = Pick<Props, 'batch' | 'address' | 'next'>

function RowsPager({ batch, address: { tab, after }, next }: PagerProps) {
  const t = useTranslations('batchRows')
  if (next === null && after === 0) return null
  const style = buttonStyle({ size: 'small' })
  return (
    <nav
      aria-label={t('caption')}
      className="border-line flex flex-wrap justify-end gap-2 border-t px-4 py-2.5"
    >
      {after > 0 && (
        <Link prefetch={false} href={batchHref(batch.id, { tab })} className={style}>
          {t('first')}
          <LinkPending />
        </Link>
      )}
      {next !== null && (
        <Link
          prefetch={false}
          href={batchHref(batch.id, { tab, after: next })}
          rel="next"
          className={style}
        >
          {t('next')}
          <LinkPending />
          <Icon name="chevron" className="-mr-1 size-3.5" />
        </Link>
      )}
    </nav>
  )
}
