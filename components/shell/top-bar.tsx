import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Actor } from '@/lib/domain/actor'
import { ROLE_LABELS } from '@/lib/format/labels'
import { Mark } from './mark'
import { NavLink } from './nav-link'

interface Props {
  readonly actor: Pick<Actor, 'name' | 'email' | 'role'>
  /** Operations that wait for a person. */
  readonly inReview: number
  readonly seesAudit: boolean
  readonly themeSwitch: ReactNode
  readonly signOut: ReactNode
}

/** What stands on top of every page: where one is, who one is, and the way out. */
export function TopBar({ actor, inReview, seesAudit, themeSwitch, signOut }: Props) {
  return (
    <header className="border-line bg-surface sticky top-0 z-20 border-b max-sm:-top-14">
      <div className="mx-auto flex max-w-[85rem] flex-wrap items-center gap-x-4 px-4 sm:h-14 sm:gap-x-7 sm:px-6">
        <Link
          href="/transactions"
          className="flex h-14 items-center gap-2.5 text-base font-semibold tracking-tight"
        >
          <Mark />
          <span className="max-sm:sr-only">Paydesk</span>
        </Link>
        <nav
          aria-label="Main"
          className="flex gap-5 max-sm:order-last max-sm:-mt-px max-sm:w-full max-sm:gap-6"
        >
          <NavLink href="/transactions">Transactions</NavLink>
          <NavLink href="/operations">
            Operations
            {inReview > 0 && <InReview count={inReview} />}
          </NavLink>
          {seesAudit && <NavLink href="/audit">Audit</NavLink>}
        </nav>
        <div className="ml-auto flex items-center gap-1 sm:gap-2">
          <Person actor={actor} />
          {themeSwitch}
          {signOut}
        </div>
      </div>
    </header>
  )
}

/** A number beside a word; it says what it counts to those who only hear it. */
function InReview({ count }: { readonly count: number }) {
  return (
    <span
      title={`${count} in review`}
      className="border-warn-line bg-warn-soft text-warn-ink inline-grid h-5 min-w-5 place-items-center rounded-full border px-1 text-xs font-semibold"
    >
      {count}
      <span className="sr-only"> in review</span>
    </span>
  )
}

function Person({ actor }: Pick<Props, 'actor'>) {
  return (
    <div title={actor.email} className="flex items-center gap-2.5 sm:pr-2">
      <span
        aria-hidden="true"
        className="bg-accent-soft text-accent-ink grid size-8 place-items-center rounded-full text-xs font-semibold"
      >
        {initials(actor.name)}
      </span>
      <p className="text-xs leading-tight max-sm:sr-only">
        <span className="sr-only">Signed in as </span>
        <span className="text-ink block font-medium">{actor.name}</span>
        <span className="text-ink-faint block">{ROLE_LABELS[actor.role]}</span>
      </p>
    </div>
  )
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  const letters = [words.at(0), words.length > 1 ? words.at(-1) : undefined]
  return letters.map((word) => word?.charAt(0).toUpperCase() ?? '').join('')
}
