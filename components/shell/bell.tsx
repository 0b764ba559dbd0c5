import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { LiveBadge } from './live-badge'

/** The way to one's notices, with the number of those that are not read. Rendered by the server. */
export function Bell() {
  const t = useTranslations('shell')
  return (
    <Link
      href="/notices"
      prefetch={false}
      title={t('notices')}
      className="rounded-control text-ink-soft hover:bg-sunken hover:text-ink relative grid size-8 shrink-0 place-items-center transition-colors"
    >
      <svg
        viewBox="0 0 16 16"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="size-4 shrink-0"
      >
        <path d="M8 2.500a4 4 0 0 0-4 4v2.700L2.800 11.500h10.400L12 9.200V6.500a4 4 0 0 0-4-4ZM6.700 13.700h2.600" />
      </svg>
      <span className="sr-only">{t('notices')}</span>
      <span className="absolute -top-1.5 -right-1">
        <LiveBadge name="unreadNotices" />
      </span>
    </Link>
  )
}
