import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { Icon } from '@/components/ui/icon'
import { LinkPending } from '@/components/ui/link-pending'
import { ROW_VERDICTS, type BatchView } from '@/lib/domain/batch/batch'
import { countOutcomes, ROW_OUTCOMES } from '@/lib/domain/batch/row-outcome'
import { useFormats } from '@/lib/i18n/use-i18n'
import { batchHref, isRehearsal, type RowTab } from './batch-address'
import { OUTCOME_LOOKS, VERDICT_LOOKS } from './batch-looks'

interface Tab {
  readonly tab: RowTab
  readonly text: string
  readonly count: number
  readonly look: (typeof VERDICT_LOOKS)[keyof typeof VERDICT_LOOKS] | null
}

interface Props {
  readonly batch: BatchView
  readonly current: RowTab
}

/** The rows of a batch by what was found, or by their outcome. Each tab is a link with its count. */
export function RowTabs({ batch, current }: Props) {
  const t = useTranslations()
  const formats = useFormats()
  const outcomes = countOutcomes(batch)
  const isBefore = isRehearsal(batch.state)
  const parts: readonly Tab[] = isBefore
    ? ROW_VERDICTS.map((tab) => ({
        tab,
        text: t(`batchRehearsal.verdicts.${tab}`),
        count: batch.verdicts[tab],
        look: VERDICT_LOOKS[tab],
      }))
    : ROW_OUTCOMES.map((tab) => ({
        tab,
        text: t(`batchRows.outcomes.${tab}`),
        count: outcomes[tab],
        look: OUTCOME_LOOKS[tab],
      }))
  const all: Tab = { tab: 'all', text: t('batchRows.all'), count: batch.rows, look: null }
  return (
    <nav
      aria-label={t(isBefore ? 'batchRehearsal.tabs' : 'batchRows.tabs')}
      className="relative flex gap-1.5 overflow-x-auto px-4 py-3 lg:flex-wrap"
    >
      {[all, ...parts]
        .filter(({ tab, count }) => count > 0 || tab === current || tab === 'all')
        .map(({ tab, text, count, look }) => (
          <Link
            key={tab}
            href={batchHref(batch.id, { tab })}
            prefetch={false}
            scroll={false}
            aria-current={tab === current ? 'true' : undefined}
            className={cn(
              'rounded-control inline-flex h-9 shrink-0 items-center gap-1.5 border px-3 text-sm font-medium whitespace-nowrap transition-colors',
              tab === current
                ? 'border-accent-line bg-accent-soft text-accent-ink forced-chosen'
                : 'border-line text-ink-soft hover:bg-sunken hover:text-ink',
            )}
          >
            {look !== null && <Icon name={look.icon} className="size-3.5" />}
            {text}
            <span className="font-normal tabular-nums">{formats.count(count)}</span>
            <LinkPending />
          </Link>
        ))}
    </nav>
  )
}
