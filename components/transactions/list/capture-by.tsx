import { useTranslations } from 'next-intl'
import { DeadlineDay } from '@/components/transactions/shared/deadline-day'
import { IconOfMany } from '@/components/ui/icon-of-many'
import type { CaptureDeadline } from '@/lib/domain/payment/transaction-snapshot'
import { deadlineText } from '@/lib/i18n/describe-age'
import { useI18n } from '@/lib/i18n/use-i18n'

interface Props {
  /** Null where nothing is held any more, or no date is known. */
  readonly due: CaptureDeadline | null
  readonly now: Date
}

/**
 * The time until which the held amount can be captured. Its source is a note that shows on hover, and
 * while the row has the focus; narrow screens, which have no hover, do without it.
 */
export function CaptureBy({ due, now }: Props) {
  const t = useTranslations('transactions.row')
  const i18n = useI18n()
  if (due === null) {
    return (
      <span className="text-ink-faint max-lg:hidden">
        <span aria-hidden="true">–</span>
        <span className="sr-only">{t('noDeadline')}</span>
      </span>
    )
  }
  const { text, weight } = deadlineText(due.at, now, i18n)
  return (
    <span className="capture-by">
      <span>
        {t.rich('captureBy', {
          small: (text) => <span className="lg:hidden">{text}</span>,
          day: () => (
            <DeadlineDay source={due.source}>{i18n.formats.shortDay(due.at, now)}</DeadlineDay>
          ),
        })}
      </span>
      <span className={`time-left time-left-${weight}`}>
        {weight !== 'calm' && <IconOfMany name="clock" />}
        {text}
      </span>{' '}
      <span className="capture-by-note">{i18n.t(`deadlines.${due.source}`)}</span>
    </span>
  )
}
