import Link from 'next/link'
import type { ReactNode } from 'react'
import { DeadlineDay } from '@/components/transactions/shared/deadline-day'
import { Method } from '@/components/transactions/shared/method'
import { Sum } from '@/components/transactions/shared/sum'
import { cn } from '@/components/ui/cn'
import { Cell, Row } from '@/components/ui/table'
import type { BatchKind, BatchRowView } from '@/lib/domain/batch/batch'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { deadlineText } from '@/lib/i18n/describe-age'
import { useI18n } from '@/lib/i18n/use-i18n'
import { RowOutcomeCell, RowVerdictCell } from './row-result'

interface Props {
  readonly row: BatchRowView
  readonly kind: BatchKind
  readonly now: Date
  /** True before the start. */
  readonly isRehearsal: boolean
  /** True where the place of a row means something: in what was pasted. */
  readonly isCounted: boolean
  /** What includes the row, and what changes it; null where nobody can here. */
  readonly include: ReactNode
  readonly change: ReactNode
}

/** A row of a batch; on a phone the same cells make a card. */
export function BatchRow({ row, kind, now, isRehearsal, isCounted, include, change }: Props) {
  const { amountMinor, currency, method, provider, deadlineAt, deadlineSource } = row
  const isOut = isRehearsal && !row.isIncluded
  return (
    <Row
      className={cn(
        'group/row border-line relative border-t align-top max-lg:grid max-lg:gap-x-3 max-lg:gap-y-1.5 max-lg:px-4 max-lg:py-3.5',
        include === null
          ? 'max-lg:grid-cols-[1fr_auto]'
          : 'max-lg:grid-cols-[2.25rem_1fr_auto] max-lg:pl-2',
      )}
    >
      {include !== null && (
        <Cell className="max-lg:col-start-1 max-lg:row-span-3 max-lg:row-start-1 max-lg:p-0 lg:w-9 lg:py-1 lg:pr-0 lg:pl-3">
          {include}
        </Cell>
      )}
      <Cell className={cn('min-w-0 max-lg:p-0 lg:max-w-64', include === null && 'lg:pl-5')}>
        <RowName row={row} isCounted={isCounted} />
      </Cell>
      <Cell className="text-ink-soft max-lg:order-3 max-lg:p-0 max-lg:text-xs">
        {method !== null && provider !== null && (
          <>
            <Method method={method} provider={provider} />
            <span className="text-ink-faint block text-xs max-lg:hidden lg:pl-5.5">
              {PROVIDER_LABELS[provider]}
            </span>
          </>
        )}
      </Cell>
      <Cell className="text-ink-soft whitespace-nowrap max-lg:order-4 max-lg:p-0 max-lg:text-right max-lg:text-xs">
        {deadlineAt !== null && (
          <CaptureBy at={new Date(deadlineAt)} source={deadlineSource} now={now} />
        )}
      </Cell>
      <Cell numeric className={cn('font-medium max-lg:p-0', isOut && 'text-ink-faint font-normal')}>
        {amountMinor !== null && currency !== null && (
          <Sum amountMinor={amountMinor} currency={currency} />
        )}
      </Cell>
      <Cell
        className={cn(
          'max-lg:order-5 max-lg:p-0 lg:max-w-96 lg:pr-5',
          include === null ? 'max-lg:col-span-2' : 'max-lg:col-span-2 max-lg:col-start-2',
        )}
      >
        {isRehearsal ? (
          <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-2">
            <div className="min-w-0 flex-1 basis-28">
              <RowVerdictCell row={row} kind={kind} />
            </div>
            {change}
          </div>
        ) : (
          <RowOutcomeCell row={row} kind={kind} />
        )}
      </Cell>
    </Row>
  )
}

interface CaptureByProps {
  readonly at: Date
  readonly source: BatchRowView['deadlineSource']
  readonly now: Date
}

function CaptureBy({ at, source, now }: CaptureByProps) {
  const i18n = useI18n()
  const { text, weight } = deadlineText(at, now, i18n)
  return (
    <>
      <span className="block" title={source === null ? undefined : i18n.t(`deadlines.${source}`)}>
        <DeadlineDay source={source ?? 'provider'}>{i18n.formats.shortDay(at, now)}</DeadlineDay>
      </span>
      <span className={cn('text-xs', weight === 'calm' ? 'text-ink-faint' : 'text-warn-ink')}>
        {text}
      </span>
    </>
  )
}

function RowName({ row, isCounted }: Pick<Props, 'row' | 'isCounted'>) {
  const { t, formats } = useI18n('batchRows')
  const { order, transactionId, customerName, fileLines, lines } = row
  const name = <bdi>{order === '' ? t('noOrder') : order}</bdi>
  const extras = [
    row.reference !== null && t('reference', { reference: row.reference }),
    row.tracking !== null && t('tracking', { tracking: row.tracking }),
    row.invoiceNumber !== null && t('invoice', { invoice: row.invoiceNumber }),
  ].filter((text) => text !== false)
  return (
    <>
      {transactionId === null ? (
        <span className="text-ink block font-medium break-words">{name}</span>
      ) : (
        <Link
          href={`/transactions/${transactionId}`}
          prefetch={false}
          className="text-ink hover:text-accent-ink block font-medium break-words hover:underline"
        >
          {name}
        </Link>
      )}
      {customerName !== null && (
        <span className="text-ink-soft block truncate">
          <bdi>{customerName}</bdi>
        </span>
      )}
      {fileLines.length > 0 && (
        <span className="text-ink-faint block text-xs">
          {t('fileLines', {
            count: fileLines.length,
            lines: fileLines.map((line) => formats.count(line)).join(', '),
          })}
        </span>
      )}
      {fileLines.length === 0 && isCounted && (
        <span className="text-ink-faint block text-xs">{t('row', { number: row.number })}</span>
      )}
      {lines.length > 0 && (
        <span className="text-ink-soft block text-xs break-words">
          {t('lines', {
            count: lines.length,
            lines: lines
              .map(({ description, quantityMicros }) =>
                t('line', { quantity: formats.quantity(quantityMicros), description }),
              )
              .join(', '),
          })}
        </span>
      )}
      {extras.length > 0 && (
        <span className="text-ink-faint block text-xs break-words">
          <bdi>{extras.join(' · ')}</bdi>
        </span>
      )}
    </>
  )
}
