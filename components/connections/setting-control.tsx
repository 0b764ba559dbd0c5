'use client'

import { useTranslations } from 'next-intl'
import { useId, type ReactNode } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { SelectField } from '@/components/ui/select-field'
import { connectionFieldLabel, connectionFieldMeaning } from '@/lib/i18n/describe-connection-field'
import { useI18n } from '@/lib/i18n/use-i18n'
import type { SettingField } from '@/lib/providers/connection-form'

interface Props {
  readonly setting: SettingField
  /** As it is typed, or switched. */
  readonly value: string | boolean
  readonly onChange: (value: string | boolean) => void
  /** Words for what is wrong about it. */
  readonly error?: ReactNode
}

/** One setting of a connection: a switch, a number, a text or a choice, and what it means. */
export function SettingControl({ setting, value, onChange, error }: Props) {
  const t = useTranslations('connections.add')
  const { t: all } = useI18n()
  const id = useId()
  const { field, kind } = setting
  const label = connectionFieldLabel(field, all)
  const meaning = connectionFieldMeaning(field, all, boundsOf(setting))
  const name = `settings.${field}`
  if (kind === 'switch') {
    return (
      <div className="grid grid-cols-[auto_1fr] content-start gap-x-2.5 gap-y-1 text-sm">
        <Checkbox
          id={id}
          name={name}
          role="switch"
          checked={value === true}
          aria-describedby={`${id}-meaning`}
          onChange={(event) => onChange(event.target.checked)}
        />
        <label htmlFor={id} className="text-ink cursor-pointer font-medium">
          {label}
        </label>
        <p id={`${id}-meaning`} className="text-ink-soft col-start-2">
          {meaning}
        </p>
        {error && <p className="text-bad-ink col-start-2 font-medium">{error}</p>}
      </div>
    )
  }
  const text = typeof value === 'string' ? value : ''
  if (kind === 'choice') {
    return (
      <div className="grid content-start gap-1.5">
        <SelectField
          label={label}
          name={name}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          error={error}
        >
          <option value="">{t('notSet')}</option>
          {setting.options.map((option) => (
            <option key={option} value={option}>
              {t(`options.${option as 'test'}`)}
            </option>
          ))}
        </SelectField>
        <p className="text-ink-soft text-sm">{meaning}</p>
      </div>
    )
  }
  return (
    <Field
      label={label}
      hint={meaning}
      name={name}
      inputMode={kind === 'number' ? 'numeric' : undefined}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      className={kind === 'number' ? 'sm:max-w-xs' : undefined}
      value={text}
      onChange={(event) => onChange(event.target.value)}
      error={error}
    />
  )
}

function boundsOf(setting: SettingField) {
  if (setting.kind !== 'number') return undefined
  const { least, most, usual } = setting
  return { least, most: most ?? 0, usual }
}
