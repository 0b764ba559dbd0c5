import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { StepUpProvider } from '@/components/access/shared/step-up/step-up-provider'
import { CheckNow } from '@/components/connections/change/check-now'
import {
  BackToConnections,
  ChangesCard,
  ConnectionPills,
  FactsCard,
  FaultBanner,
  HealthCard,
} from '@/components/connections/change/connection-cards'
import { NameCard } from '@/components/connections/change/name-card'
import { RemovalCard } from '@/components/connections/change/removal-card'
import { SecretCard } from '@/components/connections/change/secret-card'
import { SettingsCard } from '@/components/connections/change/settings-card'
import { StateCard } from '@/components/connections/change/state-card'
import { ImportCard } from '@/components/connections/import-card'
import { Banner } from '@/components/ui/banner'
import { database } from '@/db/client'
import { findLatestImport } from '@/db/queries/sync/background-imports'
import { requireActor } from '@/lib/access/read-session'
import { readConnection } from '@/lib/connections/read-connection'
import { isPermitted } from '@/lib/domain/access/permission'
import { isUuid } from '@/lib/domain/listing/list-cursor'
import { getI18n } from '@/lib/i18n/get-i18n'
import { CONNECTION_FORMS } from '@/lib/providers/connection-forms'
import { PROFILES } from '@/lib/providers/profiles'
import { STEP_UP_ACTIONS } from '../../../step-up/step-up-props'
import { importConnection } from '../actions'
import {
  changeConnectionName,
  changeConnectionSettings,
  removeConnectionForGood,
  replaceConnectionSecret,
  setConnectionEnabled,
  testConnection,
} from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('connections.page')
  return { title: `${t('pageTitle')} · Paydesk` }
}

interface Props {
  readonly params: Promise<{ readonly id: string }>
}

export default async function ConnectionPage({ params }: Props) {
  const actor = await requireActor()
  const { id } = await params
  const i18n = await getI18n()
  const { t, formats } = i18n
  if (!isPermitted(actor.role, 'manage_connections') || !isUuid(id)) notFound()
  const connection = await readConnection(database(), actor.scope, id)
  if (connection === null) notFound()
  const { state, settings, closedAt } = connection
  const { label: provider } = PROFILES[connection.provider]
  const { secretFields, settingFields } = CONNECTION_FORMS[connection.provider]
  return (
    <div className="grid max-w-3xl gap-4 pt-6">
      <BackToConnections label={t('connections.page.back')} />
      <div>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 text-2xl font-semibold tracking-tight break-words">
            <bdi>{connection.name}</bdi>
          </h1>
          <ConnectionPills connection={connection} i18n={i18n} />
        </div>
        <p className="text-ink-soft mt-0.5 text-sm">{provider}</p>
      </div>
      {closedAt !== null && (
        <Banner tone="neutral" icon="lock">
          {t('connections.page.closed', { at: formats.dateTime(closedAt) })}
        </Banner>
      )}
      {state === 'disabled' && (
        <Banner tone="warn" icon="lock">
          {t('connections.page.disabled')}
        </Banner>
      )}
      {state !== 'closed' && <FaultBanner connection={connection} i18n={i18n} />}
      <FactsCard connection={connection} i18n={i18n} />
      {state !== 'closed' && (
        <>
          <HealthCard connection={connection} i18n={i18n}>
            <CheckNow connectionId={id} provider={provider} action={testConnection} />
          </HealthCard>
          {state === 'enabled' && connection.hasList !== null && (
            <ImportCard
              connectionId={id}
              connectionName={connection.name}
              hasList={connection.hasList}
              latest={await findLatestImport(database(), actor.scope, id)}
              action={importConnection}
            />
          )}
          <StepUpProvider actions={STEP_UP_ACTIONS}>
            <NameCard connection={connection} action={changeConnectionName} />
            {settings !== null && settingFields.length > 0 && (
              <SettingsCard
                connection={{ id, version: connection.version, settings }}
                provider={provider}
                fields={settingFields}
                action={changeConnectionSettings}
              />
            )}
            <SecretCard
              connection={connection}
              provider={provider}
              fields={secretFields}
              action={replaceConnectionSecret}
            />
            <StateCard connection={connection} action={setConnectionEnabled} />
            <RemovalCard connection={connection} action={removeConnectionForGood} />
          </StepUpProvider>
        </>
      )}
      <ChangesCard connection={connection} i18n={i18n} />
    </div>
  )
}
