import { useTranslations } from 'next-intl'
import { DeadlineDay } from '@/components/transactions/shared/deadline-day'
import { cn } from '@/components/ui/cn'
import { Icon } from '@/components/ui/icon'
import { Tooltip } from '@/components/ui/tooltip'
import { findContradiction, heldMinor } from '@/lib/domain/payment/transaction'
import type { TransactionListRow } from '@/lib/domain/view/transaction-view'
import { deadlineText } from '@/lib/i18n/describe-age'
import { useI18n } from '@/lib/i18n/use-i18n'

const LOOKS = {
  calm: 'text-ink-faint',
  near: 'font-medium text-warn-ink',
  passed: 'font-medium text-bad-ink',
} as const

interface Props {
  readonly row: Pick<TransactionListRow, 'captureDeadline' | 'totals' | 'status'>
  readonly now: Date
}

/** The time until which the held amount can be captured, and the source of that time. */
export function CaptureBy({ row: { captureDeadline, totals, status }, now }: Props) {
  const t = useTranslations('transactions.row')
  const i18n = useI18n()
  const settled =
    status === 'declined' ||
    status === 'failed' ||
    heldMinor(totals) <= 0 ||
    findContradiction(totals) !== null
  if (captureDeadline === null || settled) {
    return (
      <span className="text-ink-faint max-lg:hidden">
        <span aria-hidden="true">–</span>
        <span className="sr-only">{t('noDeadline')}</span>
      </span>
    )
  }
  const { text, weight } = deadlineText(captureDeadline.at, now, i18n)
  return (
    <Tooltip note={i18n.t(`deadlines.${captureDeadline.source}`)}>
      <span className="relative z-10 whitespace-nowrap max-lg:flex max-lg:flex-wrap max-lg:justify-end max-lg:gap-x-1.5">
        <span className="block">
          {t.rich('captureBy', {
            small: (text) => <span className="lg:hidden">{text}</span>,
            day: () => (
              <DeadlineDay source={captureDeadline.source}>
                {i18n.formats.shortDay(captureDeadline.at, now)}
              </DeadlineDay>
            ),
          })}
        </span>
        <span className={cn('flex items-center gap-1 text-xs', LOOKS[weight])}>
          {weight !== 'calm' && <Icon name="clock" className="size-3.5" />}
          {text}
        </span>
      </span>
    </Tooltip>
  )
}
