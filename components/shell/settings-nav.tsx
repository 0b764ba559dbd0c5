'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ShellPage } from './pages'

/** The navigation of the settings; nothing where there is no choice. */
export function SettingsNav({ pages }: { readonly pages: readonly ShellPage[] }) {
  const t = useTranslations('shell')
  const path = usePathname()
  if (pages.length < 2) return null
  return (
    <nav
      aria-label={t('settings')}
      className="border-line -mx-4 flex [scrollbar-width:none] gap-1 overflow-x-auto border-b px-4 pt-3 pb-2 sm:mx-0 sm:px-0"
    >
      {pages.map(({ name, href }) => (
        <Link
          key={href}
          href={href}
          aria-current={currentOf(path, href)}
          className="rounded-control text-ink-soft hover:text-ink hover:bg-sunken aria-[current]:bg-accent-soft aria-[current]:text-accent-ink aria-[current]:forced-chosen inline-flex h-9 shrink-0 items-center px-3 text-sm font-medium whitespace-nowrap transition-colors"
        >
          {t(name)}
        </Link>
      ))}
    </nav>
  )
}

function currentOf(path: string, href: string): 'page' | 'true' | undefined {
  if (path === href) return 'page'
  return path.startsWith(`${href}/`) ? 'true' : undefined
}
