'use client'

import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useRef, type ReactNode } from 'react'
import { Button, buttonStyle } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import type { ProviderView } from '@/lib/domain/access/single-sign-on'
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
  /** The identity provider of the organization; null without one. */
  readonly provider: ProviderView | null
  /** Other ways to sign in, below the form's own. */
  readonly children?: ReactNode
}

const UNTRIED: Answer = { email: '', error: null }

/** E-mail address and password; works before its script has loaded, too. */
export function SignInForm({ action, from, describedBy, provider, children }: Props) {
  const t = useTranslations('access')
  const describeFailure = useDescribeFailure()
  const [{ email, error }, submit, isPending] = useActionState(action, UNTRIED)
  const form = useRef<HTMLFormElement>(null)
  const hasProvider = provider !== null

  useEffect(() => {
    if (error === null && hasProvider) return
    const next = error === null ? 'email' : (error.field ?? 'password')
    const input = form.current?.elements.namedItem(next)
    if (input instanceof HTMLInputElement) input.focus()
  }, [error, hasProvider])

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
      {provider !== null && (
        // No Link: what it leads to is another site's page, which must not be read ahead.
        <a
          href={ssoHref(from)}
          className={buttonStyle({ tone: 'primary', size: 'wrapped', className: 'w-full' })}
        >
          {t('provider.signIn', { name: provider.name })}
        </a>
      )}
      <LocalWays provider={provider} isOpen={error !== null}>
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
        <Button
          type="submit"
          tone={provider === null ? 'primary' : 'secondary'}
          busy={isPending}
          className="w-full"
        >
          {t(isPending ? 'signingIn' : 'signIn')}
        </Button>
        {children}
      </LocalWays>
    </form>
  )
}

function ssoHref(from: string): string {
  return `/sign-in/sso?${new URLSearchParams({ from }).toString()}`
}

interface LocalWaysProps {
  readonly provider: ProviderView | null
  /** True when the fields must be seen, because something is wrong about them. */
  readonly isOpen: boolean
  readonly children: ReactNode
}

/** What Paydesk itself checks; folded away where it is for the emergency admin alone. */
function LocalWays({ provider, isOpen, children }: LocalWaysProps) {
  const t = useTranslations('access.provider')
  if (provider === null) return children
  if (provider.localPasswords) {
    return (
      <>
        <p className="text-ink-soft before:bg-line after:bg-line flex items-center gap-3 text-sm before:h-px before:flex-1 after:h-px after:flex-1">
          {t('or')}
        </p>
        {children}
      </>
    )
  }
  return (
    <details open={isOpen} className="group">
      <summary className="text-ink-soft hover:text-ink cursor-pointer text-sm">
        {t('emergency')}
      </summary>
      <div className="mt-4 grid gap-5">
        <p className="text-ink-soft text-sm">{t('emergencyMeaning', { name: provider.name })}</p>
        {children}
      </div>
    </details>
  )
}
