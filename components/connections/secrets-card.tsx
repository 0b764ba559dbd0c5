'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { SelectField } from '@/components/ui/select-field'
import type { Provider } from '@/lib/domain/provider/provider'
import { connectionFieldLabel, connectionFieldMeaning } from '@/lib/i18n/describe-connection-field'
import { useI18n } from '@/lib/i18n/use-i18n'
import { CONNECTION_FORMS } from '@/lib/providers/connection-forms'

interface Props {
  readonly provider: Provider
  readonly secret: Readonly<Record<string, string>>
  readonly onChange: (field: string, text: string) => void
  readonly wordsOf: (field: string) => ReactNode
}

/** The credentials of a connection, and the rights that they need. */
export function SecretsCard({ provider, secret, onChange, wordsOf }: Props) {
  const t = useTranslations('connections.add')
  const [isShown, setShown] = useState(false)
  return (
    <Card id="secrets" title={t('secrets')}>
      <div className="grid gap-4 px-5 pb-5">
        <p className="text-ink-soft text-sm text-pretty">{t(`rights.${provider}`)}</p>
        {CONNECTION_FORMS[provider].secretFields.map((one) => (
          <SecretField
            key={one.field}
            {...one}
            isShown={isShown}
            value={secret[one.field] ?? ''}
            onChange={(text) => onChange(one.field, text)}
            error={wordsOf(`secret.${one.field}`)}
          />
        ))}
        <label className="text-ink-soft flex cursor-pointer items-center gap-2 justify-self-start text-sm">
          <Checkbox checked={isShown} onChange={(event) => setShown(event.target.checked)} />
          {t('show')}
        </label>
        <p className="text-ink-soft text-sm">{t('secretsMeaning')}</p>
      </div>
    </Card>
  )
}

interface SecretProps {
  readonly field: string
  readonly optional?: true
  readonly options?: readonly string[]
  readonly isShown: boolean
  readonly value: string
  readonly onChange: (text: string) => void
  readonly error: ReactNode
}

function SecretField(props: SecretProps) {
  const { field, optional, options, isShown, value, onChange, error } = props
  const t = useTranslations('connections.add')
  const name = `secret.${field}`
  const { t: all } = useI18n()
  const label = connectionFieldLabel(field, all)
  if (options !== undefined) {
    return (
      <SelectField
        label={label}
        name={name}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        error={error}
      >
        <option value="" />
        {options.map((option) => (
          <option key={option} value={option}>
            {t(`options.${option as 'test'}`)}
          </option>
        ))}
      </SelectField>
    )
  }
  return (
    <Field
      label={optional ? t('optional', { label }) : label}
      hint={connectionFieldMeaning(field, all)}
      name={name}
      type={isShown ? 'text' : 'password'}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      required={!optional}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={error}
    />
  )
}
