'use client'

import { useTranslations } from 'next-intl'
import type { LiveCounts } from '@/components/live/live-response'
import { useLiveShell } from './live-shell'

/** One of the numbers in the bar on top; screen readers also get the noun. */
export function LiveBadge({ name }: { readonly name: keyof LiveCounts }) {
  const t = useTranslations('shell')
  const count = useLiveShell().counts[name]
  if (count === 0) return null
  return (
    <span
      title={t(name, { count })}
      className="border-warn-line bg-warn-soft text-warn-ink inline-grid h-5 min-w-5 place-items-center rounded-full border px-1 text-xs font-semibold"
    >
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t(name, { count })}</span>
    </span>
  )
}
