import type { ReactNode } from 'react'
import { Logo } from '@/components/shell/mark'

/** The frame of the pages before a person is signed in. */
export default function AuthLayout({ children }: { readonly children: ReactNode }) {
  return (
    <main className="bg-canvas grid min-h-dvh place-items-center p-4">
      <div className="w-full max-w-sm">
        <p className="text-ink mb-6 flex items-center justify-center gap-2.5 text-2xl font-semibold tracking-tight">
          <Logo />
          Paydesk
        </p>
        {children}
      </div>
    </main>
  )
}
