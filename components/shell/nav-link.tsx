'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useRef, type ReactNode } from 'react'

interface Props {
  readonly href: string
  readonly children: ReactNode
}

/** A link of the main navigation; marked while its part of the product is shown. */
export function NavLink({ href, children }: Props) {
  const path = usePathname()
  const current = path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined
  const link = useRef<HTMLAnchorElement>(null)

  // On a phone the navigation may be wider than the screen.
  useEffect(() => {
    if (current !== undefined) link.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current])

  return (
    <Link
      ref={link}
      href={href}
      aria-current={current}
      className="text-ink-soft hover:text-ink aria-[current]:text-ink after:bg-accent after:forced-chosen relative flex h-14 shrink-0 items-center gap-1.5 px-1 text-sm font-medium whitespace-nowrap transition-colors after:absolute after:inset-x-0 after:-bottom-px after:hidden after:h-0.5 after:rounded-full aria-[current]:after:block max-sm:h-10 max-sm:gap-1"
    >
      {children}
    </Link>
  )
}
