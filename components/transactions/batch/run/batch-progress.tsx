import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { Icon } from '@/components/ui/icon'
import type { BatchView } from '@/lib/domain/batch/batch'
import {
  countOutcomes,
  progressOf,
  ROW_OUTCOMES,
  type RowOutcome,
} from '@/lib/domain/batch/row-outcome'
import { useFormats } from '@/lib/i18n/use-i18n'
import { OUTCOME_LOOKS } from '../batch-looks'

/** The parts of the bar from the left, each with the class that fills it. */
const PARTS = [
  { outcome: 'done', fill: 'fill-good' },
  { outcome: 'refused', fill: 'fill-bad' },
  { outcome: 'not_done', fill: 'fill-warn' },
  { outcome: 'open', fill: 'fill-info' },
  { outcome: 'withdrawn', fill: 'fill-ink-faint' },
] as const satisfies readonly { readonly outcome: RowOutcome; readonly fill: string }[]
const INK: Readonly<Record<RowOutcome, string>> = {
  done: 'text-good-ink',
  refused: 'text-bad-ink',
  not_done: 'text-warn-ink',
  open: 'text-info-ink',
  waiting: 'text-ink-soft',
  withdrawn: 'text-ink-soft',
  excluded: 'text-ink-soft',
}

/** Rows by their outcome as a bar, and in figures. */
export function BatchProgress({ batch }: { readonly batch: BatchView }) {
  const t = useTranslations('batchRows')
  const formats = useFormats()
  const counts = countOutcomes(batch)
  const { ended, planned } = progressOf(batch)
  return (
    <div className="grid gap-2">
      <div
        role="progressbar"
        aria-label={t('progress.bar')}
        aria-valuemin={0}
        aria-valuemax={planned}
        aria-valuenow={ended}
        aria-valuetext={t('progress.of', { ended, count: planned })}
      >
        <OutcomeBar counts={counts} planned={planned} />
      </div>
      <p className="text-ink-soft tabular-nums">{t('progress.of', { ended, count: planned })}</p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {ROW_OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => (
          <li key={outcome} className={cn('flex items-center gap-1.5 tabular-nums', INK[outcome])}>
            <Icon name={OUTCOME_LOOKS[outcome].icon} className="size-3.5" />
            {t(`outcomes.${outcome}`)} {formats.count(counts[outcome])}
          </li>
        ))}
      </ul>
    </div>
  )
}

interface BarProps {
  readonly counts: Readonly<Record<RowOutcome, number>>
  readonly planned: number
}

function OutcomeBar({ counts, planned }: BarProps) {
  const parts = PARTS.map(({ outcome, fill }, index) => {
    const before = PARTS.slice(0, index).reduce((sum, part) => sum + counts[part.outcome], 0)
    return { outcome, fill, start: before, rows: counts[outcome] }
  })
  return (
    <svg
      viewBox={`0 0 ${String(Math.max(planned, 1))} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="bg-sunken keep-colour block h-3 w-full rounded-full"
    >
      {parts.map(({ outcome, fill, start, rows }) => (
        <rect key={outcome} x={start} width={rows} height="1" className={fill} />
      ))}
    </svg>
  )
}
