'use client'

import { useState, type SyntheticEvent } from 'react'
import { ActResult } from '@/components/access/shared/act-result'
import { useRefusedFields } from '@/components/access/shared/use-refused-fields'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import type { Failure } from '@/lib/domain/operation/result'
import { useI18n } from '@/lib/i18n/use-i18n'

interface Entry {
  readonly current: string
  readonly code: string
}

interface Props {
  /** True where the current password is asked for. */
  readonly asksPassword: boolean
  /** The name of the field for a code; null where none is asked for. */
  readonly codeLabel: string | null
  readonly submitLabel: string
  readonly isPending: boolean
  readonly failure: Failure | null
  readonly onSubmit: (entry: Entry) => void
  readonly onCancel?: () => void
}

/** Password, code, or both: what a change of one's own second factor asks for. Entries stay. */
export function FactorForm(props: Props) {
  const { asksPassword, codeLabel, submitLabel, isPending, failure, onSubmit, onCancel } = props
  const { t } = useI18n()
  const [current, setCurrent] = useState('')
  const [code, setCode] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { form, errorOf, ofNoField } = useRefusedFields(failure, isMissing ? 'current' : null)

  function submit(event: SyntheticEvent) {
    event.preventDefault()
    const lacksPassword = asksPassword && current === ''
    setMissing(lacksPassword)
    if (!isPending && !lacksPassword) onSubmit({ current, code })
  }

  return (
    <form ref={form} noValidate onSubmit={submit} className="grid max-w-sm gap-4">
      {asksPassword && (
        <Field
          label={t('account.secondFactor.current')}
          name="current"
          type="password"
          autoComplete="current-password"
          required
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
          error={isMissing ? t('account.password.missing') : errorOf('current')}
        />
      )}
      {codeLabel !== null && (
        <Field
          label={codeLabel}
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          inputMode={asksPassword ? 'text' : 'numeric'}
          required
          value={code}
          onChange={(event) => setCode(event.target.value)}
          error={errorOf('code')}
        />
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" busy={isPending}>
          {isPending ? t('account.secondFactor.pending') : submitLabel}
        </Button>
        {onCancel !== undefined && (
          <Button tone="quiet" onClick={onCancel}>
            {t('account.secondFactor.cancel')}
          </Button>
        )}
      </div>
      <ActResult done={null} failure={ofNoField} />
    </form>
  )
}
