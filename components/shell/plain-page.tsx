import type { ReactNode } from 'react'
import { Logo } from './mark'

interface Props {
  readonly title: string
  readonly children: ReactNode
}

/** A page outside the back office's frame, with one thing to say. */
export function PlainPage({ title, children }: Props) {
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <div className="grid max-w-md justify-items-center text-center">
        <Logo />
        <h1 className="mt-5 text-xl font-semibold tracking-tight">{title}</h1>
        <div className="text-ink-soft mt-2 text-sm text-pretty">{children}</div>
      </div>
    </main>
  )
}
