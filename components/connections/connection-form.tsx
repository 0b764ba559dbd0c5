'use client'

import { useTranslations } from 'next-intl'
import { useState, type ReactNode, type SyntheticEvent } from 'react'
import { useRefusedFields } from '@/components/access/shared/use-refused-fields'
import { FailureAlert } from '@/components/act/failure-alert'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { SelectField } from '@/components/ui/select-field'
import type { NewConnectionInput } from '@/lib/domain/provider/connection-inputs'
import type { Provider } from '@/lib/domain/provider/provider'
import type { Failure } from '@/lib/domain/operation/result'
import { connectionForm } from '@/lib/domain/rules/connection-form'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { AddressField } from './address-field'
import { SettingControl, usualSettings } from './setting-control'

interface Props {
  readonly provider: Provider
  readonly isPending: boolean
  readonly failure: Failure | null
  readonly onSubmit: (entry: NewConnectionInput) => void
}

/**
 * The form of a connection, made from the provider's profile. What was typed outlives a refusal; the
 * credentials stay in this form alone.
 */
export function ConnectionForm({ provider, isPending, failure, onSubmit }: Props) {
  const t = useTranslations('connections.add')
  const { secretFields, addresses, settingFields } = connectionForm(provider)
  const [name, setName] = useState('')
  const [account, setAccount] = useState('')
  const [baseUrl, setBaseUrl] = useState(addresses[0]?.baseUrl ?? '')
  const [secret, setSecret] = useState<Readonly<Record<string, string>>>({})
  const [settings, setSettings] = useState(() => usualSettings(settingFields))
  const [isShown, setShown] = useState(false)
  const { form, errorOf, ofNoField } = useRefusedFields(failure)
  const wordsOf = (field: string): ReactNode => {
    const error = errorOf(field)
    return error === undefined ? undefined : (
      <>
        {error}
        <ProviderWords failure={failure} />
      </>
    )
  }

  function submit(event: SyntheticEvent) {
    event.preventDefault()
    if (!isPending) onSubmit({ provider, name, account, baseUrl, secret, settings })
  }

  return (
    <form ref={form} noValidate onSubmit={submit} autoComplete="off" className="grid gap-4">
      <Card id="account" title={PROVIDER_LABELS[provider]}>
        <div className="grid gap-4 px-5 pb-5">
          <Field
            label={t('name')}
            hint={t('nameMeaning')}
            name="name"
            required
            value={name}
            onChange={(event) => setName(event.target.value)}
            error={wordsOf('name')}
          />
          <Field
            label={t(`account.${provider}.label`)}
            hint={t(`account.${provider}.meaning`)}
            name="account"
            autoCapitalize="none"
            spellCheck={false}
            required
            value={account}
            onChange={(event) => setAccount(event.target.value)}
            error={wordsOf('account')}
          />
          <AddressField
            addresses={addresses}
            value={baseUrl}
            onChange={setBaseUrl}
            error={wordsOf('baseUrl')}
          />
        </div>
      </Card>
      <Card id="secrets" title={t('secrets')}>
        <div className="grid gap-4 px-5 pb-5">
          <p className="text-ink-soft text-sm text-pretty">{t(`rights.${provider}`)}</p>
          {secretFields.map((one) => (
            <SecretField
              key={one.field}
              {...one}
              isShown={isShown}
              value={secret[one.field] ?? ''}
              onChange={(text) => setSecret((now) => Object.assign({}, now, { [one.field]: text }))}
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
      {settingFields.length > 0 && (
        <Card id="settings" title={t('settings')}>
          <div className="grid gap-5 px-5 pb-5">
            <p className="text-ink-soft text-sm">{t('settingsMeaning')}</p>
            {settingFields.map((setting) => (
              <SettingControl
                key={setting.field}
                setting={setting}
                value={settings[setting.field] ?? ''}
                onChange={(value) =>
                  setSettings((now) => Object.assign({}, now, { [setting.field]: value }))
                }
                error={wordsOf(`settings.${setting.field}`)}
              />
            ))}
          </div>
        </Card>
      )}
      <FailureAlert failure={ofNoField} />
      {ofNoField !== null && <ProviderWords failure={ofNoField} />}
      <Button type="submit" tone="primary" size="large" busy={isPending} className="sm:w-fit">
        {isPending ? t('pending', { provider: PROVIDER_LABELS[provider] }) : t('submit')}
      </Button>
    </form>
  )
}

/** What the provider said itself, in small type. */
function ProviderWords({ failure }: { readonly failure: Failure | null }) {
  const t = useTranslations('connections.add')
  if (failure?.code !== 'connection_refused' || failure.message === undefined) return null
  return (
    <span className="text-ink-soft mt-1 block text-xs font-normal break-words">
      {t('provider', { message: failure.message })}
    </span>
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
  const label = t(`fields.${field as 'clientId'}.label`)
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
      hint={t(`fields.${field as 'clientId'}.meaning`)}
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
