'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import type { Failure } from '@/lib/domain/operation/result'
import { useDescribeFailure } from '@/lib/i18n/describe-failure'

/** Result of the last try: the e-mail address as it was typed, and why it did not work. */
interface Answer {
  readonly email: string
  readonly error: Failure | null
}

interface Props {
  /** Redirects when it works. */
  readonly action: (previous: Answer, form: FormData) => Promise<Answer>
  /** The path to go to after signing in. */
  readonly from: string
  /** Id of a remark above the form, read out with the first field. */
  readonly describedBy?: string | undefined
  /** Other ways to sign in, below the form's own. */
  readonly children?: ReactNode
}

const UNTRIED: Answer = { email: '', error: null }

/** E-mail address and password; works before its script has loaded, too. */
export function SignInForm({ action, from, describedBy, children }: Props) {
  const t = useTranslations('access')
  const describeFailure = useDescribeFailure()
  const [{ email, error }, submit, isPending] = useActionState(action, UNTRIED)
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    const next = error === null ? 'email' : (error.field ?? 'password')
    const input = form.current?.elements.namedItem(next)
    if (input instanceof HTMLInputElement) input.focus()
  }, [error])

  return (
    <form
      ref={form}
      action={submit}
      noValidate
      aria-labelledby="sign-in"
      className="rounded-card border-line bg-surface shadow-card grid gap-5 border p-6"
    >
      <h1 id="sign-in" className="text-ink text-lg font-semibold">
        {t('signIn')}
      </h1>
      <div role="alert" className="empty:hidden">
        {error !== null && (
          <p className="rounded-control bg-bad-soft text-bad-ink px-3 py-2 text-sm">
            {describeFailure(error)}
          </p>
        )}
      </div>
      <input type="hidden" name="from" value={from} />
      <Field
        label={t('email')}
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        defaultValue={email}
        describedBy={describedBy}
      />
      <Field
        label={t('password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <Button type="submit" tone="primary" busy={isPending} className="w-full">
        {t(isPending ? 'signingIn' : 'signIn')}
      </Button>
      {children}
    </form>
  )
}
