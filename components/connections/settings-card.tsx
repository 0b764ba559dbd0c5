'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import type { SettingField } from '@/lib/providers/connection-form'
import { SettingControl } from './setting-control'

type Entry = string | boolean

/** What stands in the form before anything is typed: what holds when a setting is left out. */
export function usualSettings(settings: readonly SettingField[]): Readonly<Record<string, Entry>> {
  return Object.fromEntries(
    settings.map((setting): [string, Entry] => {
      if (setting.kind === 'switch') return [setting.field, setting.usual]
      return [setting.field, setting.kind === 'number' ? String(setting.usual) : '']
    }),
  )
}

interface Props {
  readonly fields: readonly SettingField[]
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
