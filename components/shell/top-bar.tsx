import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Actor } from '@/lib/domain/access/actor'
import { Bell } from './bell'
import { HelpButton, PaletteButton } from './commands/overlay-buttons'
import { LiveBadge } from './live-badge'
import { NavLink } from './nav-link'
import type { ShellPage } from './pages'
import { SessionEnded } from './session-ended'

interface Props {
  readonly actor: Pick<Actor, 'name' | 'email' | 'role'>
  readonly brand: ReactNode
  readonly pages: readonly ShellPage[]
  readonly switches: ReactNode
  readonly signOut: ReactNode
}

/** The bar on top of every page: navigation, the signed-in person, and sign-out. */
export function TopBar({ actor, brand, pages, switches, signOut }: Props) {
  const t = useTranslations('shell')
  return (
    <header className="border-line bg-surface sticky top-0 z-20 border-b max-xl:-top-14 print:static">
      <div className="mx-auto flex max-w-[85rem] flex-wrap items-center gap-x-2 px-4 sm:gap-x-7 sm:px-6 xl:h-14 xl:flex-nowrap">
        <Link
          href="/transactions"
          className="flex h-14 min-w-0 items-center gap-2.5 text-base font-semibold tracking-tight sm:max-xl:flex-1"
        >
          {brand}
        </Link>
        <nav
          aria-label={t('mainNavigation')}
          className="flex shrink-0 gap-5 max-xl:order-last max-xl:-mt-px max-xl:w-full max-xl:[scrollbar-width:none] max-xl:overflow-x-auto max-sm:justify-between max-sm:gap-2.5 print:hidden"
        >
          {pages.map(({ name, href }) => (
            <NavLink key={href} href={href}>
              {t(name)}
              {name === 'operations' && <LiveBadge name="inReview" />}
            </NavLink>
          ))}
        </nav>
        <div className="ml-auto flex shrink-0 items-center gap-1 max-[22rem]:gap-0 sm:gap-2 print:hidden">
          <PaletteButton />
          <HelpButton />
          <Bell />
          <Person actor={actor} />
          {switches}
          {signOut}
        </div>
      </div>
      <SessionEnded />
    </header>
  )
}

function Person({ actor }: Pick<Props, 'actor'>) {
  const t = useTranslations('shell')
  const role = useTranslations('roles')
  return (
    <Link
      href="/account"
      prefetch={false}
      title={t('toAccount', { email: actor.email })}
      className="rounded-control hover:bg-sunken flex items-center gap-2.5 p-1 transition-colors sm:pr-2"
    >
      <span
        aria-hidden="true"
        className="bg-accent-soft text-accent-ink grid size-8 place-items-center rounded-full text-xs font-semibold"
      >
        {initials(actor.name)}
      </span>
      <p className="text-xs leading-tight max-sm:sr-only">
        <span className="sr-only">{t('signedInAs')} </span>
        <span className="text-ink block max-w-40 truncate font-medium">{actor.name}</span>
        <span className="text-ink-faint block">{role(actor.role)}</span>
      </p>
    </Link>
  )
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  const letters = [words.at(0), words.length > 1 ? words.at(-1) : undefined]
  return letters.map((word) => word?.charAt(0).toUpperCase() ?? '').join('')
}
