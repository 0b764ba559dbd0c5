import { cn } from '@/components/ui/cn'
import { Icon } from '@/components/ui/icon'
import { Tooltip } from '@/components/ui/tooltip'
import { heldMinor } from '@/lib/domain/transaction'
import type { TransactionListRow } from '@/lib/domain/transaction-view'
import { formatDeadline } from '@/lib/format/age'
import { formatShortDay } from '@/lib/format/dates'

export const DEADLINE_SOURCES = {
  provider: 'Date from the provider',
  usual_for_method: 'Usual for this method; the provider gave no date',
} as const

const LOOKS = {
  calm: 'text-ink-faint',
  near: 'font-medium text-warn-ink',
  passed: 'font-medium text-bad-ink',
} as const

interface Props {
  readonly row: Pick<TransactionListRow, 'captureDeadline' | 'totals' | 'status'>
  readonly now: Date
}

/** Until when what is held can be captured, and whose word that is. */
export function CaptureBy({ row: { captureDeadline, totals, status }, now }: Props) {
  const settled = status === 'declined' || status === 'failed' || heldMinor(totals) <= 0
  if (captureDeadline === null || settled) {
    return (
      <span className="text-ink-faint max-lg:hidden">
        <span aria-hidden="true">–</span>
        <span className="sr-only">No date</span>
      </span>
    )
  }
  const { text, weight } = formatDeadline(captureDeadline.at, now)
  return (
    <Tooltip note={DEADLINE_SOURCES[captureDeadline.source]}>
      <span className="relative z-10 whitespace-nowrap max-lg:flex max-lg:gap-1.5">
        <span className="block">
          <span className="lg:hidden">by </span>
          {formatShortDay(captureDeadline.at, now)}
        </span>
        <span className={cn('flex items-center gap-1 text-xs', LOOKS[weight])}>
          {weight !== 'calm' && <Icon name="clock" className="size-3.5" />}
          {text}
        </span>
      </span>
    </Tooltip>
  )
}
