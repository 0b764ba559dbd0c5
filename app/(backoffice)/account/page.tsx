import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OwnSessions } from '@/components/account/own-sessions'
import { PasswordForm } from '@/components/account/password-form'
import { SecondFactorCard } from '@/components/account/second-factor/second-factor-card'
import { Card } from '@/components/ui/card'
import { Fact, Facts } from '@/components/ui/facts'
import { database } from '@/db/client'
import { readSetting } from '@/db/queries/access/organization-settings'
import { findSecondFactor } from '@/db/queries/access/second-factors'
import { listSessions } from '@/db/queries/access/sessions-of-person'
import { requireActor } from '@/lib/access/read-session'
import {
  changePassword,
  confirmSecondFactor,
  makeRecoveryCodes,
  signOutBrowser,
  startSecondFactor,
  turnSecondFactorOff,
} from './actions'
import { accountLimits } from './inputs'

const FACTOR_ACTIONS = {
  start: startSecondFactor,
  confirm: confirmSecondFactor,
  newCodes: makeRecoveryCodes,
  turnOff: turnSecondFactorOff,
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: `${t('pageTitle')} · Paydesk` }
}

export default async function AccountPage() {
  const { userId, sessionId, name, email, role } = await requireActor()
  const t = await getTranslations()
  const [sessions, secondFactor, neededRoles] = await Promise.all([
    listSessions(database(), userId, accountLimits.sessions),
    findSecondFactor(database(), userId),
    readSetting(database(), 'second_factor_roles'),
  ])
  return (
    <div className="grid max-w-3xl gap-4 pt-6">
      <h1 className="text-2xl font-semibold tracking-tight">{t('account.title')}</h1>
      <Card id="facts" title={t('account.facts')}>
        <Facts>
          <Fact name={t('account.name')} value={name} />
          <Fact name={t('account.email')} value={email} />
          <Fact name={t('account.role')} value={t(`roles.${role}`)} />
        </Facts>
      </Card>
      <PasswordForm action={changePassword} />
      <SecondFactorCard
        view={secondFactor}
        neededByRole={neededRoles.includes(role) ? role : null}
        actions={FACTOR_ACTIONS}
      />
      <OwnSessions sessions={sessions} ownSessionId={sessionId} action={signOutBrowser} />
    </div>
  )
}
