'use client'

import { useEffect, useState, type SyntheticEvent } from 'react'
import { useRefusedFields } from '@/components/access/shared/use-refused-fields'
import { FailureAlert } from '@/components/act/failure-alert'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { PERSON_LIMITS } from '@/lib/config/browser-limits'
import type { Failure } from '@/lib/domain/operation/result'
import { useI18n } from '@/lib/i18n/use-i18n'

export interface Entry {
  readonly name: string
  readonly current: string
}

interface Props {
  /** What a press does; null where the fields say it. */
  readonly meaning: string | null
  /** The name to begin from, and what is said about it; null where no name is asked for. */
  readonly naming: { readonly name: string; readonly hint?: string } | null
  readonly asksPassword: boolean
  readonly submit: string
  readonly pending: string
  readonly isPending: boolean
  readonly failure: Failure | null
  readonly onSubmit: (entry: Entry) => void
  readonly onCancel: () => void
}

/** What a change of a passkey asks for; the entry outlives a refusal. */
export function EntryForm(props: Props) {
  const { meaning, naming, asksPassword, submit, pending, isPending, failure } = props
  const { t } = useI18n()
  const [name, setName] = useState(naming?.name ?? '')
  const [current, setCurrent] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { form, errorOf, ofNoField } = useRefusedFields(failure, isMissing ? 'current' : null)

  // It came by a press of a button that is in its place no more.
  useEffect(() => form.current?.querySelector('input')?.focus(), [form])

  function send(event: SyntheticEvent) {
    event.preventDefault()
    const isWithout = asksPassword && current === ''
    setMissing(isWithout)
    if (!isPending && !isWithout) props.onSubmit({ name, current })
  }

  return (
    <form ref={form} noValidate onSubmit={send} className="grid max-w-sm gap-4 text-sm">
      {meaning !== null && <p className="text-ink-soft">{meaning}</p>}
      {naming !== null && (
        <Field
          label={t('account.passkeys.name')}
          name="name"
          autoComplete="off"
          maxLength={PERSON_LIMITS.name}
          value={name}
          onChange={(event) => setName(event.target.value)}
          hint={naming.hint}
          error={errorOf('name')}
        />
      )}
      {asksPassword && (
        <Field
          label={t('account.password.current')}
          name="current"
          type="password"
          autoComplete="current-password"
          required
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
          error={isMissing ? t('account.password.missing') : errorOf('current')}
        />
      )}
      <FailureAlert failure={ofNoField} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" busy={isPending}>
          {isPending ? pending : submit}
        </Button>
        <Button tone="quiet" onClick={props.onCancel}>
          {t('dialogs.cancel')}
        </Button>
      </div>
    </form>
  )
}
