'use client'

import { useTranslations } from 'next-intl'
import { useState, type SyntheticEvent } from 'react'
import { ActResult } from '@/components/access/shared/act-result'
import { useRefusedFields } from '@/components/access/shared/use-refused-fields'
import { usePersonAct } from '@/components/access/shared/use-person-act'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { SettingValue } from '@/lib/domain/provider/connection-change'
import type { ConnectionView } from '@/lib/domain/provider/connection-view'
import type { SettingField } from '@/lib/providers/connection-form'
import { SettingControl } from '../setting-control'
import type { ConnectionChangeActions } from './connection-change-actions'

type Settings = Readonly<Record<string, SettingValue>>

interface Props {
  readonly connection: Pick<ConnectionView, 'id' | 'version'> & { readonly settings: Settings }
  readonly provider: string
  readonly fields: readonly SettingField[]
  readonly action: ConnectionChangeActions['changeSettings']
}

/** The settings that vary by account. What was typed stays after every refusal. */
export function SettingsCard({ connection, provider, fields, action }: Props) {
  const { id, version, settings: stored } = connection
  const t = useTranslations('connections.settings')
  const [typed, setTyped] = useState<Settings>({})
  const { isPending, value, failure, act } = usePersonAct(action)
  const { form, errorOf, ofNoField } = useRefusedFields(failure)

  async function submit(event: SyntheticEvent) {
    event.preventDefault()
    const settings = Object.fromEntries(
      fields.flatMap((setting) => {
        const entered = enteredValue(setting, typed[setting.field] ?? stored[setting.field])
        return entered === null ? [] : [[setting.field, entered] as const]
      }),
    )
    const result = await act({ connectionId: id, seen: version, settings })
    if (result?.ok === true) setTyped({})
  }

  const done = value === null ? null : t(value.isChanged ? 'saved' : 'same')
  return (
    <Card id="settings" title={t('title')}>
      <form
        ref={form}
        className="grid gap-5 px-5 pb-5 text-sm"
        onSubmit={(event) => void submit(event)}
      >
        <p className="text-ink-soft max-w-prose text-pretty">{t('meaning', { provider })}</p>
        <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
          {fields.map((setting) => (
            <SettingControl
              key={setting.field}
              setting={setting}
              value={shownValue(setting, typed[setting.field] ?? stored[setting.field])}
              onChange={(next) => setTyped((before) => ({ ...before, [setting.field]: next }))}
              error={errorOf(`settings.${setting.field}`)}
            />
          ))}
        </div>
        <Button type="submit" className="justify-self-start" busy={isPending}>
          {t(isPending ? 'pending' : 'submit', { provider })}
        </Button>
        <ActResult done={done} failure={ofNoField} />
      </form>
    </Card>
  )
}

/** A setting as it is shown: what holds while it is not set, where something does. */
function shownValue(setting: SettingField, value: SettingValue | undefined): string | boolean {
  if (setting.kind === 'switch') return typeof value === 'boolean' ? value : setting.usual
  return String(value ?? (setting.kind === 'number' ? setting.usual : ''))
}

/** A setting as it is sent; null where it is as usual, or not set. What is no number is sent as typed. */
function enteredValue(setting: SettingField, value: SettingValue | undefined): SettingValue | null {
  if (value === undefined) return null
  if (setting.kind === 'switch') return value === setting.usual ? null : value
  const text = String(value).trim()
  if (text === '') return null
  if (setting.kind !== 'number') return text
  const number = Number(text)
  if (number === setting.usual) return null
  return Number.isNaN(number) ? text : number
}
