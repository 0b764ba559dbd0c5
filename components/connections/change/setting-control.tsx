'use client'

import { useId } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { SelectField } from '@/components/ui/select-field'
import type { SettingValue } from '@/lib/domain/provider/connection-change'
import { connectionFieldLabel, connectionFieldMeaning } from '@/lib/i18n/describe-connection-field'
import type { I18n } from '@/lib/i18n/i18n'
import { useI18n } from '@/lib/i18n/use-i18n'
import type { SettingField } from '@/lib/providers/connection-form'

interface Props {
  readonly setting: SettingField
  /** As it is typed; undefined where it is not set. */
  readonly value: SettingValue | undefined
  readonly onChange: (value: SettingValue) => void
}

/** The control of one setting, with what it means. */
export function SettingControl({ setting, value, onChange }: Props) {
  const i18n = useI18n()
  const id = useId()
  const label = connectionFieldLabel(setting.field, i18n.t)
  const meaning = meaningOf(setting, i18n)
  if (setting.kind === 'switch') {
    const isOn = typeof value === 'boolean' ? value : setting.usual
    return (
      <div className="grid content-start gap-1.5">
        <label className="text-ink flex cursor-pointer items-center gap-2 font-medium">
          <Checkbox
            name={setting.field}
            aria-describedby={id}
            checked={isOn}
            onChange={(event) => onChange(event.target.checked)}
          />
          {label}
        </label>
        <p id={id} className="text-ink-soft">
          {meaning}
        </p>
      </div>
    )
  }
  if (setting.kind === 'choice') {
    return (
      <div className="grid content-start gap-1.5">
        <SelectField
          label={label}
          name={setting.field}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{i18n.t('connections.add.notSet')}</option>
          {setting.options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </SelectField>
        <p className="text-ink-soft">{meaning}</p>
      </div>
    )
  }
  const usual = setting.kind === 'number' ? String(setting.usual) : ''
  return (
    <Field
      label={label}
      hint={meaning}
      name={setting.field}
      inputMode={setting.kind === 'number' ? 'numeric' : 'text'}
      autoComplete="off"
      spellCheck={false}
      placeholder={usual === '' ? i18n.t('connections.add.notSet') : usual}
      value={String(value ?? usual)}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function meaningOf(setting: SettingField, { t }: I18n): string {
  if (setting.kind !== 'number') return connectionFieldMeaning(setting.field, t)
  const { least, most, usual } = setting
  return connectionFieldMeaning(setting.field, t, { least, most: most ?? 0, usual })
}
