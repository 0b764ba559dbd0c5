import { useId } from 'react'
import { cn } from '@/components/ui/cn'
import type { Totals } from '@/lib/domain/payment/transaction'
import type { I18n } from '@/lib/i18n/i18n'
import { useI18n } from '@/lib/i18n/use-i18n'
import {
  moneyBarSegments,
  type MovingMoney,
  type Segment,
  type SegmentKind,
} from './money-bar-segments'

/** The colour of each part, as the class that fills it. */
const FILLS: Readonly<Record<SegmentKind, string>> = {
  kept: 'fill-good',
  refunding: 'fill-back',
  refunded: 'fill-back',
  capturing: 'fill-good',
  held: 'fill-held',
  releasing: 'fill-released',
  released: 'fill-released',
}

interface Props {
  readonly totals: Totals
  readonly currency: string
  readonly moving: MovingMoney | null
  readonly className?: string
}

/** The authorized money as one bar, whose parts add up to the authorized amount. */
export function MoneyBar({ totals, currency, moving, className }: Props) {
  const id = useId()
  const i18n = useI18n('money')
  const segments = moneyBarSegments(totals, moving)
  return (
    <svg
      role="img"
      aria-label={moneyBarText(totals, currency, segments, i18n)}
      className={cn('bg-sunken keep-colour block h-4 w-full rounded-full', className)}
    >
      <defs>
        {segments.map((segment) => (
          <MotionPattern key={segment.kind} id={`${id}-${segment.kind}`} segment={segment} />
        ))}
      </defs>
      {segments.map((segment) => (
        <rect
          key={segment.kind}
          x={percent(segment.start)}
          width={percent(segment.share)}
          height="100%"
          fill={segment.pattern === 'solid' ? undefined : `url(#${id}-${segment.kind})`}
          className={segment.pattern === 'solid' ? FILLS[segment.kind] : undefined}
        />
      ))}
      {segments.slice(1).map((segment) => (
        <rect
          key={segment.kind}
          x={percent(segment.start)}
          width="2"
          height="100%"
          className="fill-surface"
        />
      ))}
    </svg>
  )
}

interface MotionPatternProps {
  readonly id: string
  readonly segment: Segment
}

function MotionPattern({ id, segment: { kind, pattern } }: MotionPatternProps) {
  if (pattern === 'solid') return null
  const striped = pattern === 'striped'
  const size = striped ? 12 : 6
  return (
    <pattern
      id={id}
      width={size}
      height={size}
      patternUnits="userSpaceOnUse"
      patternTransform={striped ? 'rotate(-45)' : 'rotate(45)'}
    >
      <rect width={size} height={size} className={striped ? 'fill-warn-soft' : 'fill-surface'} />
      <rect width={size / 2} height={size} className={striped ? 'fill-warn' : FILLS[kind]} />
    </pattern>
  )
}

function percent(part: number): string {
  return `${part * 100}%`
}

function moneyBarText(
  totals: Totals,
  currency: string,
  segments: readonly Segment[],
  { t, formats }: I18n<'money'>,
): string {
  if (segments.length === 0) return t('bar.nothing')
  const parts = segments.map(({ kind, pattern, amountMinor }) => {
    const part = t(`parts.${kind}`, { sum: formats.money(amountMinor, currency) })
    return pattern === 'striped' ? t('bar.doubtful', { part }) : part
  })
  const sum = formats.money(totals.authorizedMinor, currency)
  return t('bar.all', { sum, parts: parts.join('; ') })
}
