import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { StepUpProvider } from '@/components/access/shared/step-up/step-up-provider'
import { OwnSessions } from '@/components/account/own-sessions'
import { PasskeysCard } from '@/components/account/passkeys/passkeys-card'
import { PasswordForm } from '@/components/account/password-form'
import { SecondFactorCard } from '@/components/account/second-factor/second-factor-card'
import { YouForm } from '@/components/account/you-form'
import { NoticeChoicesCard } from '@/components/notices/notice-choices-card'
import { Card } from '@/components/ui/card'
import { Fact, Facts } from '@/components/ui/facts'
import { database } from '@/db/client'
import { findPerson } from '@/db/queries/access/list-people'
import { readSetting } from '@/db/queries/access/organization-settings'
import { listPasskeys } from '@/db/queries/access/passkeys'
import { findSecondFactor } from '@/db/queries/access/second-factors'
import { listSessions } from '@/db/queries/access/sessions-of-person'
import { listNoticeChoices } from '@/db/queries/notice/notice-choices'
import { isPasskeySite } from '@/lib/access/passkeys/passkey-site'
import { readSettings, readTheme, requireActor } from '@/lib/access/read-session'
import { readBusiness } from '@/lib/business/read-business'
import { businessTimeZone } from '@/lib/i18n/reader'
import { canMail } from '@/lib/notices/can-mail'
import { chooseNotices } from '../notices/actions'
import { STEP_UP_ACTIONS } from '../step-up/step-up-props'
import {
  addPasskey,
  changePassword,
  changeSettings,
  confirmSecondFactor,
  makeRecoveryCodes,
  removePasskey,
  renamePasskey,
  signOutBrowser,
  startPasskey,
  startSecondFactor,
  turnSecondFactorOff,
} from './actions'
import { accountLimits } from './inputs'

const PASSKEY_ACTIONS = {
  start: startPasskey,
  add: addPasskey,
  rename: renamePasskey,
  remove: removePasskey,
}

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
  const { timeZone, language } = await readSettings()
  const { languages } = await readBusiness()
  const settings = {
    name,
    language: await getLocale(),
    timeZone: timeZone ?? '',
    theme: await readTheme(),
  }
  const [person, sessions, passkeys, secondFactor, neededRoles, noticeChoices] = await Promise.all([
    findPerson(database(), userId),
    listSessions(database(), userId, accountLimits.sessions),
    listPasskeys(database(), userId, accountLimits.passkeys),
    findSecondFactor(database(), userId),
    readSetting(database(), 'second_factor_roles'),
    listNoticeChoices(database(), { userId, role }),
  ])
  return (
    <div className="grid max-w-3xl gap-4 pt-6">
      <h1 className="text-2xl font-semibold tracking-tight">{t('account.title')}</h1>
      <Card id="you" title={t('account.you.title')}>
        <Facts>
          <Fact name={t('account.email')} value={email} />
          <Fact name={t('account.role')} value={t(`roles.${role}`)} />
        </Facts>
        <YouForm
          settings={settings}
          businessZone={await businessTimeZone()}
          languageGone={language !== null && !languages.includes(language) ? language : null}
          action={changeSettings}
        />
      </Card>
      <NoticeChoicesCard choices={noticeChoices} canMail={canMail()} action={chooseNotices} />
      {person?.signsInByProvider === true ? (
        <Card id="way-in" title={t('account.provider.title')}>
          <p className="text-ink-soft px-5 pb-5 text-sm text-pretty">
            {t('account.provider.meaning')}
          </p>
        </Card>
      ) : (
        <StepUpProvider actions={STEP_UP_ACTIONS}>
          <PasswordForm action={changePassword} />
          <SecondFactorCard
            view={secondFactor}
            neededByRole={neededRoles.includes(role) ? role : null}
            actions={FACTOR_ACTIONS}
          />
          <PasskeysCard
            passkeys={passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
              id,
              name,
              createdAt,
              lastUsedAt,
            }))}
            isAvailable={isPasskeySite()}
            actions={PASSKEY_ACTIONS}
          />
        </StepUpProvider>
      )}
      <OwnSessions sessions={sessions} ownSessionId={sessionId} action={signOutBrowser} />
    </div>
  )
}
