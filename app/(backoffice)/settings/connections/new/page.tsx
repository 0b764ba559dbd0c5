import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StepUpProvider } from '@/components/access/shared/step-up/step-up-provider'
import { NewConnection } from '@/components/connections/new-connection'
import { Locked } from '@/components/shell/locked'
import { BackLink } from '@/components/ui/back-link'
import { requireActor } from '@/lib/access/read-session'
import { isPermitted } from '@/lib/domain/access/permission'
import { rolesText } from '@/lib/i18n/describe-not-permitted'
import { getI18n } from '@/lib/i18n/get-i18n'
import { STEP_UP_ACTIONS } from '../../../step-up/step-up-props'
import { addNewConnection, importConnection } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('connections.add')
  return { title: `${t('pageTitle')} · Paydesk` }
}

export default async function NewConnectionPage() {
  const { role, scope } = await requireActor()
  const { t, formats } = await getI18n()
  const isPermittedHere = isPermitted(role, 'manage_connections')
  return (
    <div className="grid max-w-3xl gap-4 pt-6">
      <BackLink href="/settings/connections" className="justify-self-start">
        {t('connections.add.back')}
      </BackLink>
      <div>
        <h1 className="text-2xl font-semibold tracking-tight">{t('connections.add.title')}</h1>
        <p className="text-ink-soft mt-0.5 text-sm">{t('connections.add.description')}</p>
      </div>
      {isPermittedHere && scope === 'all' ? (
        <StepUpProvider actions={STEP_UP_ACTIONS}>
          <NewConnection action={addNewConnection} importAction={importConnection} />
        </StepUpProvider>
      ) : (
        <Locked title={t('connections.list.locked')}>
          {isPermittedHere
            ? t('connections.add.problems.needs_all')
            : t('connections.list.lockedMeaning', {
                role: t(`roles.${role}`),
                roles: rolesText('manage_connections', (name) => t(`roles.${name}`), formats),
              })}
        </Locked>
      )}
    </div>
  )
}
