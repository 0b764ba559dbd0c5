import type { Totals } from '@/lib/domain/transaction'
import { formatMoney } from '@/lib/format/money'
import { moneyBarSegments, type SegmentKind } from './money-bar-segments'
import { Swatch } from './swatch'

interface Part {
  readonly swatch: 'kept' | 'refunded' | 'held' | 'released'
  readonly name: string
}

const PARTS: Readonly<Partial<Record<SegmentKind, Part>>> = {
  kept: { swatch: 'kept', name: 'captured and kept' },
  refunded: { swatch: 'refunded', name: 'refunded' },
  held: { swatch: 'held', name: 'held' },
  released: { swatch: 'released', name: 'released' },
}

interface Props {
  readonly totals: Totals
  readonly currency: string
}

/** What the colours of a money bar at rest stand for, in one line. */
export function MoneyLegend({ totals, currency }: Props) {
  return (
    <ul aria-hidden="true" className="text-ink-soft flex flex-wrap gap-x-4 gap-y-1 text-xs">
      {moneyBarSegments(totals, null).map(({ kind, amountMinor }) => {
        const part = PARTS[kind]
        return (
          part && (
            <li key={kind} className="flex items-center gap-1.5">
              <Swatch of={part.swatch} />
              {formatMoney(amountMinor, currency)} {part.name}
            </li>
          )
        )
      })}
    </ul>
  )
}
