'use client'

import { useTranslations } from 'next-intl'
import { useState, type SyntheticEvent } from 'react'
import { FailureAlert } from '@/components/act/failure-alert'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import type { NewConnectionInput } from '@/lib/domain/provider/connection-inputs'
import type { Provider } from '@/lib/domain/provider/provider'
import type { Failure } from '@/lib/domain/operation/result'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { CONNECTION_FORMS } from '@/lib/providers/connection-forms'
import { AddressField } from './address-field'
import { SecretsCard } from './secrets-card'
import { SettingsCard, usualSettings } from './settings-card'
import { ProviderWords, useFieldWords } from './use-field-words'

interface Props {
  readonly provider: Provider
  readonly isPending: boolean
  readonly failure: Failure | null
  readonly onSubmit: (entry: NewConnectionInput) => void
}

/**
 * The form of a connection, made from the provider's own. What was typed outlives a refusal; the
 * credentials stay in this form alone.
 */
export function ConnectionForm({ provider, isPending, failure, onSubmit }: Props) {
  const t = useTranslations('connections.add')
  const { addresses, settingFields } = CONNECTION_FORMS[provider]
  const [name, setName] = useState('')
  const [account, setAccount] = useState('')
  const [baseUrl, setBaseUrl] = useState(addresses[0]?.baseUrl ?? '')
  const [secret, setSecret] = useState<Readonly<Record<string, string>>>({})
  const [settings, setSettings] = useState(() => usualSettings(settingFields))
  const { form, wordsOf, ofNoField } = useFieldWords(failure)

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
      <SecretsCard
        provider={provider}
        secret={secret}
        onChange={(field, text) => setSecret((now) => Object.assign({}, now, { [field]: text }))}
        wordsOf={wordsOf}
      />
      {settingFields.length > 0 && (
        <SettingsCard
          fields={settingFields}
          settings={settings}
          onChange={(field, value) =>
            setSettings((now) => Object.assign({}, now, { [field]: value }))
          }
          wordsOf={wordsOf}
        />
      )}
      <FailureAlert failure={ofNoField} />
      {ofNoField !== null && <ProviderWords failure={ofNoField} />}
      <Button type="submit" tone="primary" size="large" busy={isPending} className="sm:w-fit">
        {isPending ? t('pending', { provider: PROVIDER_LABELS[provider] }) : t('submit')}
      </Button>
    </form>
  )
}
