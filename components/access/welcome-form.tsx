'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { PasswordField } from '@/components/ui/password-field'
import { PERSON_LIMITS } from '@/lib/config/browser-limits'
import type { Failure } from '@/lib/domain/operation/result'
import { useDescribeFailure } from '@/lib/i18n/describe-failure'

interface Props {
  /** Redirects when it works. */
  readonly action: (previous: Failure | null, form: FormData) => Promise<Failure>
  readonly token: string
  readonly name: string
  readonly email: string
  readonly isInvitation: boolean
}

/** Chooses a password by a one-time link; works before its script has loaded, too. */
export function WelcomeForm({ action, token, name, email, isInvitation }: Props) {
  const t = useTranslations('welcome')
  const describeFailure = useDescribeFailure()
  const [failure, submit, isPending] = useActionState(action, null)
  // Kept by hand: a form that has been sent is emptied.
  const [password, setPassword] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const isOfField = failure?.field === 'password'

  useEffect(() => {
    const input = form.current?.elements.namedItem('password')
    if (input instanceof HTMLInputElement) input.focus()
  }, [failure])

  return (
    <form
      ref={form}
      action={submit}
      noValidate
      aria-labelledby="welcome"
      className="rounded-card border-line bg-surface shadow-card grid gap-5 border p-6"
    >
      <div>
        <h1 id="welcome" className="text-ink text-lg font-semibold break-words">
          {t(isInvitation ? 'invited' : 'reset', { name })}
        </h1>
        <p className="text-ink-soft mt-1 text-sm">{t('meaning')}</p>
      </div>
      <div role="alert" className="empty:hidden">
        {failure !== null && !isOfField && (
          <p className="rounded-control bg-bad-soft text-bad-ink px-3 py-2 text-sm">
            {describeFailure(failure)}
          </p>
        )}
      </div>
      <input type="hidden" name="token" value={token} />
      {/* Password managers keep the password under this name. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <PasswordField
        label={t('password')}
        name="password"
        autoComplete="new-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        hint={t('hint', { least: PERSON_LIMITS.passwordShortest })}
        error={isOfField ? <span role="alert">{describeFailure(failure)}</span> : undefined}
      />
      <Button type="submit" tone="primary" busy={isPending} className="w-full">
        {t(isPending ? 'pending' : 'submit')}
      </Button>
    </form>
  )
}
