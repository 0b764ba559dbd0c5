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

const BAR: Readonly<Partial<Record<RowOutcome, string>>> = {
  done: 'bg-good',
  refused: 'bg-bad',
  not_done: 'bg-warn',
  open: 'bg-info',
  withdrawn: 'bg-ink-faint',
}
const INK: Readonly<Record<RowOutcome, string>> = {
  done: 'text-good-ink',
  refused: 'text-bad-ink',
  not_done: 'text-warn-ink',
  open: 'text-info-ink',
  waiting: 'text-ink-soft',
  withdrawn: 'text-ink-soft',
  excluded: 'text-ink-soft',
}
const ORDER: readonly RowOutcome[] = ['done', 'refused', 'not_done', 'open', 'withdrawn']

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
        className="bg-sunken border-line flex h-3 overflow-hidden rounded-full border"
      >
        {ORDER.map((outcome) => (
          <span
            key={outcome}
            style={{ width: `${String((counts[outcome] / Math.max(planned, 1)) * 100)}%` }}
            className={cn('h-full transition-[width]', BAR[outcome])}
          />
        ))}
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
