'use client'

import { useTranslations } from 'next-intl'
import { useId, type ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { SelectField } from '@/components/ui/select-field'
import type { ConnectionForm } from '@/lib/domain/rules/connection-form'

type Setting = ConnectionForm['settingFields'][number]
type Entry = string | boolean

/** What stands in the form before anything is typed: what holds when a setting is left out. */
export function usualSettings(settings: readonly Setting[]): Readonly<Record<string, Entry>> {
  return Object.fromEntries(
    settings.map((setting): [string, Entry] => {
      if (setting.kind === 'switch') return [setting.field, setting.usual]
      return [setting.field, setting.kind === 'number' ? String(setting.usual) : '']
    }),
  )
}

interface Props {
  readonly fields: readonly Setting[]
  readonly settings: Readonly<Record<string, Entry>>
  readonly onChange: (field: string, value: Entry) => void
  readonly wordsOf: (field: string) => ReactNode
}

/** The settings of a connection that vary by account. */
export function SettingsCard({ fields, settings, onChange, wordsOf }: Props) {
  const t = useTranslations('connections.add')
  return (
    <Card id="settings" title={t('settings')}>
      <div className="grid gap-5 px-5 pb-5">
        <p className="text-ink-soft text-sm">{t('settingsMeaning')}</p>
        {fields.map((setting) => (
          <SettingControl
            key={setting.field}
            setting={setting}
            value={settings[setting.field] ?? ''}
            onChange={(value) => onChange(setting.field, value)}
            error={wordsOf(`settings.${setting.field}`)}
          />
        ))}
      </div>
    </Card>
  )
}

interface ControlProps {
  readonly setting: Setting
  readonly value: Entry
  readonly onChange: (value: Entry) => void
  readonly error: ReactNode
}

/** One setting of a connection: a switch, a number, a text or a choice, and what it means. */
function SettingControl({ setting, value, onChange, error }: ControlProps) {
  const t = useTranslations('connections.add')
  const id = useId()
  const { field, kind } = setting
  const key = field as 'captureDays'
  const label = t(`fields.${key}.label`)
  const bounds = {
    least: kind === 'number' ? setting.least : 0,
    most: kind === 'number' ? (setting.most ?? 0) : 0,
    usual: kind === 'number' ? setting.usual : 0,
  }
  const meaning = t(`fields.${key}.meaning`, bounds)
  const name = `settings.${field}`
  if (kind === 'switch') {
    return (
      <div className="grid grid-cols-[auto_1fr] gap-x-2.5 gap-y-1 text-sm">
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
      <div className="grid gap-1.5">
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
      autoCapitalize="none"
      spellCheck={false}
      className={kind === 'number' ? 'sm:max-w-xs' : undefined}
      value={text}
      onChange={(event) => onChange(event.target.value)}
      error={error}
    />
  )
}
