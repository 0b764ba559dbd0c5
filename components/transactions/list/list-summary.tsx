'use client'

import { useTranslations } from 'next-intl'
import type { View } from '@/lib/domain/listing/list-view'
import { useFormats } from '@/lib/i18n/use-i18n'
import { useListUpdates } from './list-updates-provider'

/** The amount that the sum of a view adds up. */
const SUMS = {
  'to-capture': 'held',
  expiring: 'held',
  attention: null,
  captured: 'captured',
  refunded: 'refunded',
  all: null,
} as const satisfies Readonly<Record<View, string | null>>

/** The number of payments in a view and their sum in each currency. */
export function ListSummary({ view }: { readonly view: View }) {
  const t = useTranslations('list.summary')
  const formats = useFormats()
  const { count, isCapped, sums } = useListUpdates().counts[view]
  const about = SUMS[view]
  return (
    <p className="text-ink-soft text-sm tabular-nums">
      {t(isCapped ? 'capped' : 'count', { count })}
      {about !== null && sums.length > 0 && (
        <>
          {' · '}
          <span className="text-ink font-medium">
            {sums
              .map(({ currency, amountMinor }) => formats.money(amountMinor, currency))
              .join(' + ')}
          </span>{' '}
          {t(about)}
        </>
      )}
    </p>
  )
}
