'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { cn } from '@/components/ui/cn'
import { LinkPending } from '@/components/ui/link-pending'
import { VIEWS, type View, type ViewCount } from '@/lib/domain/listing/list-view'
import { useFormats } from '@/lib/i18n/use-i18n'
import { useListUpdates } from './list-updates-provider'

interface Props {
  readonly current: View
  /** The address of each view. */
  readonly hrefs: Readonly<Record<View, string>>
  /** Not while a search or a filter is in use: the counts are those of whole views. */
  readonly showCounts: boolean
}

const TAB =
  'text-ink-soft hover:text-ink aria-[current]:text-ink after:bg-accent relative grid h-11 items-center rounded-md px-3 text-sm font-medium whitespace-nowrap -outline-offset-4 transition-colors after:absolute after:inset-x-3 after:bottom-0 after:hidden after:h-0.5 after:rounded-full aria-[current]:after:block after:forced-chosen'

/** The views of the list; a search is kept when the view changes. */
export function ListViews({ current, hrefs, showCounts }: Props) {
  const t = useTranslations('transactions.views')
  const { counts } = useListUpdates()
  const nav = useRef<HTMLElement>(null)
  useEffect(() => showCurrent(nav.current), [current])
  return (
    <nav
      ref={nav}
      aria-label={t('name')}
      className="border-line relative overflow-x-auto overflow-y-hidden border-b"
    >
      <ul className="flex gap-1 px-2">
        {VIEWS.map((view) => (
          <li key={view}>
            <Link
              prefetch={false}
              href={hrefs[view]}
              aria-current={view === current ? 'page' : undefined}
              className={TAB}
            >
              <span>
                {t(view)}
                {showCounts && <Count of={counts[view]} />}
                <LinkPending />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Scrolls the current view to the middle where the views are wider than the screen. */
function showCurrent(nav: HTMLElement | null): void {
  const tab = nav?.querySelector<HTMLElement>('[aria-current]')
  if (nav && tab) nav.scrollLeft = tab.offsetLeft - (nav.clientWidth - tab.offsetWidth) / 2
}

/** The count of a view; red, and in words, where something in it ends today. */
function Count({ of: { count, isCapped, endToday } }: { readonly of: ViewCount }) {
  const t = useTranslations('list')
  const expiring = useTranslations('expiring')
  const formats = useFormats()
  return (
    <span
      className={cn(
        'ml-1.5 rounded-full px-1.5 py-0.5 text-xs tabular-nums',
        endToday > 0
          ? 'bg-bad-soft text-bad-ink font-medium'
          : 'bg-sunken text-ink-soft font-normal',
      )}
    >
      {t('count', { count: formats.count(count), capped: String(isCapped) })}
      {endToday > 0 && ` · ${expiring('endToday', { count: formats.count(endToday) })}`}
    </span>
  )
}
