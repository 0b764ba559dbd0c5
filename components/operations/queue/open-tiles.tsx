import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { STATE_ICONS } from '@/components/operations/shared/state-pill'
import { cn } from '@/components/ui/cn'
import { Icon } from '@/components/ui/icon'
import { LinkPending } from '@/components/ui/link-pending'
import type { OpenState } from '@/lib/domain/operation/outcome'
import { STATE_TONES } from '@/lib/format/labels'
import { useI18n } from '@/lib/i18n/use-i18n'
import type { OpenSummary } from './open-summary'
import { operationsHref } from './operations-query'

interface Props {
  readonly summaries: readonly OpenSummary[]
  readonly chosen: OpenState | null
}

/**
 * Count and sums of each open state. A tile narrows the list to its state; a second press shows all
 * again.
 */
export function OpenTiles({ summaries, chosen }: Props) {
  const t = useTranslations('operations')
  return (
    <nav aria-label={t('states')} className="mb-4">
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
        {summaries.map((summary) => (
          <li
            key={summary.state}
            className={cn(
              'flex max-sm:first:col-span-2',
              isPassing(summary) && summary.state !== chosen && 'max-lg:hidden',
            )}
          >
            <Tile summary={summary} isChosen={summary.state === chosen} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** An empty state that usually lasts only moments; it is left out on a phone. */
function isPassing({ state, count }: OpenSummary): boolean {
  return count === 0 && (state === 'sending' || state === 'intended')
}

interface TileProps {
  readonly summary: OpenSummary
  readonly isChosen: boolean
}

function Tile({ summary: { state, count, sums }, isChosen }: TileProps) {
  const { t, formats } = useI18n()
  const tone = STATE_TONES[state]
  const empty = count === 0
  const urgent = state === 'needs_review' && !empty
  return (
    <Link
      href={operationsHref(isChosen ? null : state)}
      prefetch={false}
      scroll={false}
      aria-current={isChosen ? 'true' : undefined}
      className={cn(
        'rounded-card border-line bg-surface shadow-card hover:border-line-strong relative grid flex-1 content-start gap-0.5 border px-4 pt-3 pb-3.5 text-sm transition-colors',
        urgent && 'border-warn-line bg-warn-soft hover:border-warn',
        isChosen &&
          'border-accent-ink hover:border-accent-ink ring-accent-ink ring-1 forced-colors:outline-2',
      )}
    >
      <span className="text-ink flex items-center gap-1.5 font-medium">
        <Icon
          name={STATE_ICONS[state]}
          className={cn(
            empty ? 'text-ink-faint' : tone === 'warn' ? 'text-warn-ink' : 'text-info-ink',
          )}
        />
        {t(`states.${state}`)}
        <LinkPending />
        {isChosen && (
          <>
            <Icon name="cross" className="text-accent-ink ml-auto size-3.5" />
            <span className="sr-only">{t('operations.chosen')}</span>
          </>
        )}
      </span>
      <span className={cn('text-xs', urgent ? 'text-warn-ink' : 'text-ink-faint')}>
        {t(`operations.meanings.${state}`)}
      </span>
      <span
        className={cn(
          'mt-1.5 text-2xl font-semibold tracking-tight max-lg:mt-1 max-lg:text-xl',
          empty && 'text-ink-faint font-normal',
        )}
      >
        {formats.count(count)}
        <span className="sr-only"> {t('operations.count', { count })}</span>
      </span>
      {sums.map(({ currency, amountMinor }) => (
        <span key={currency} className="text-ink-soft">
          {formats.money(amountMinor, currency)}
        </span>
      ))}
      {empty && (
        <span aria-hidden="true" className="text-ink-faint max-lg:hidden">
          –
        </span>
      )}
    </Link>
  )
}
