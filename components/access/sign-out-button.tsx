'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import type { Failure } from '@/lib/domain/result'

interface Props {
  /** Redirects when it works; else says why it did not. */
  readonly action: () => Promise<Failure>
}

/** Ends the session at once, everywhere in this browser. */
export function SignOutButton({ action }: Props) {
  const [error, submit, isPending] = useActionState<Failure | null>(action, null)
  return (
    <form action={submit} className="grid gap-2">
      <Button type="submit" tone="quiet" size="small" busy={isPending}>
        Sign out
      </Button>
      <div role="alert" className="empty:hidden">
        {error !== null && <p className="text-bad-ink text-sm">{error.message}</p>}
      </div>
    </form>
  )
}
