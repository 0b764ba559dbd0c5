'use client'

import { useState, type SyntheticEvent } from 'react'
import { ActResult } from '@/components/access/shared/act-result'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { useRefusedFields } from '@/components/access/shared/use-refused-fields'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { PasswordField } from '@/components/ui/password-field'
import { PERSON_LIMITS } from '@/lib/config/browser-limits'
import type { OwnPasswordInput } from '@/lib/domain/access/person-inputs'
import type { Result } from '@/lib/domain/operation/result'
import { useI18n } from '@/lib/i18n/use-i18n'

interface Props {
  readonly action: (input: OwnPasswordInput) => Promise<Result<{ sessionsEnded: number }>>
}

/** Changes one's own password; both entries stay after a refusal, and go once it is changed. */
export function PasswordForm({ action }: Props) {
  const { t } = useI18n()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { isPending, value, failure, act } = usePersonAct(action)
  const { form, errorOf, ofNoField } = useRefusedFields(failure, isMissing ? 'current' : null)
  const count = value?.sessionsEnded ?? 0

  async function submit(event: SyntheticEvent) {
    event.preventDefault()
    setMissing(current === '')
    if (isPending || current === '') return
    const result = await act({ current, next })
    if (result?.ok !== true) return
    setCurrent('')
    setNext('')
  }

  return (
    <Card id="password" title={t('account.password.title')}>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => void submit(event)}
        className="grid max-w-sm gap-4 px-5 pb-5"
      >
        <p className="text-ink-soft text-sm">{t('account.password.meaning')}</p>
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
        <PasswordField
          label={t('account.password.next')}
          name="next"
          autoComplete="new-password"
          required
          value={next}
          onChange={(event) => setNext(event.target.value)}
          hint={t('account.password.hint', { least: PERSON_LIMITS.passwordShortest })}
          error={errorOf('next')}
        />
        <Button type="submit" busy={isPending} className="justify-self-start">
          {t(isPending ? 'account.password.pending' : 'account.password.submit')}
        </Button>
        <ActResult
          done={value === null ? null : t('account.password.changed', { count })}
          failure={ofNoField}
        />
      </form>
    </Card>
  )
}
