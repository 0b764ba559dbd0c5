'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Failure } from '@/lib/domain/operation/result'
import { useDescribeFailure } from '@/lib/i18n/describe-failure'
import { CodeField } from './shared/code-field'

interface Props {
  /** Redirects when it works, and when the sign-in must begin anew. */
  readonly action: (previous: Failure | null, form: FormData) => Promise<Failure>
  /** The path to go to after signing in. */
  readonly from: string
  /** True for a code that stands in for a lost app. */
  readonly isRecovery: boolean
}

/** The code after the password; works before its script has loaded, too. */
export function CodeForm({ action, from, isRecovery }: Props) {
  const t = useTranslations('access')
  const describeFailure = useDescribeFailure()
  const [failure, submit, isPending] = useActionState(action, null)
  // Kept by hand: a form that has been sent is emptied.
  const [code, setCode] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const isOfField = failure?.field === 'code'

  useEffect(() => {
    const input = form.current?.elements.namedItem('code')
    if (!(input instanceof HTMLInputElement)) return
    input.focus()
    input.select()
  }, [failure])

  return (
    <form
      ref={form}
      action={submit}
      noValidate
      aria-labelledby="code"
      className="rounded-card border-line bg-surface shadow-card grid gap-5 border p-6"
    >
      <div>
        <h1 id="code" className="text-ink text-lg font-semibold">
          {t('code.title')}
        </h1>
        <p className="text-ink-soft mt-1 text-sm text-pretty">
          {t(isRecovery ? 'code.recoveryMeaning' : 'code.meaning')}
        </p>
      </div>
      <div role="alert" className="empty:hidden">
        {failure !== null && !isOfField && (
          <p className="rounded-control bg-bad-soft text-bad-ink px-3 py-2 text-sm">
            {describeFailure(failure)}
          </p>
        )}
      </div>
      <input type="hidden" name="from" value={from} />
      <CodeField
        isRecovery={isRecovery}
        value={code}
        onChange={setCode}
        error={isOfField ? <span role="alert">{describeFailure(failure)}</span> : undefined}
      />
      <Button type="submit" tone="primary" busy={isPending} className="w-full">
        {t(isPending ? 'signingIn' : 'signIn')}
      </Button>
    </form>
  )
}
