'use client'

import { redirect, unstable_rethrow } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { forgetInTab } from '@/components/act/browser-memory'
import { noResponseFailure } from '@/components/act/use-one-at-a-time'
import { Button } from '@/components/ui/button'
import type { Failure } from '@/lib/domain/operation/result'
import { useDescribeFailure } from '@/lib/i18n/describe-failure'

interface Props {
  /** Redirects on success; otherwise returns the reason of the failure. */
  readonly action: () => Promise<Failure>
}

/** Ends the session at once, everywhere in this browser. */
export function SignOutButton({ action }: Props) {
  const t = useTranslations('access')
  const describeFailure = useDescribeFailure()
  const [error, submit, isPending] = useActionState<Failure | null>(async () => {
    try {
      return await action()
    } catch (thrown) {
      const failure = noResponseFailure(thrown, null)
      if (failure !== null && failure.code !== 'not_signed_in') return failure
      try {
        unstable_rethrow(thrown)
      } catch (redirected) {
        forgetInTab()
        throw redirected
      }
      if (failure === null) throw thrown
      // The cookie, and with it the session in this browser, is deleted.
      forgetInTab()
      redirect('/sign-in')
    }
  }, null)
  return (
    <form action={submit} className="grid gap-2">
      <Button type="submit" tone="quiet" size="small" busy={isPending}>
        {t('signOut')}
      </Button>
      <div role="alert" className="empty:hidden">
        {error !== null && <p className="text-bad-ink text-sm">{describeFailure(error)}</p>}
      </div>
    </form>
  )
}
