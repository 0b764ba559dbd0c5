import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StepUpProvider } from '@/components/access/shared/step-up/step-up-provider'
import { NameCard, ZoneCard } from '@/components/business/identity-cards'
import { LanguagesCard } from '@/components/business/languages-card'
import { LogoCard } from '@/components/business/logo-card'
import { ReasonsCard } from '@/components/business/reasons-card'
import {
  ReviewLimitsCard,
  SecondFactorRolesCard,
  StepUpCard,
} from '@/components/business/rule-cards'
import { Locked } from '@/components/shell/locked'
import { database } from '@/db/client'
import { countChosenLanguages } from '@/db/queries/access/count-chosen-languages'
import { readSettingsOf } from '@/db/queries/access/organization-settings'
import { readSettings, requireActor } from '@/lib/access/read-session'
import { BUSINESS_KEYS } from '@/lib/domain/access/organization-settings'
import { isPermitted } from '@/lib/domain/access/permission'
import { LISTED_REASON_KINDS, REASONS } from '@/lib/domain/operation/reasons'
import { rolesText } from '@/lib/i18n/describe-not-permitted'
import { getI18n } from '@/lib/i18n/get-i18n'
import { i18nOfReader, serverTimeZone } from '@/lib/i18n/reader'
import { STEP_UP_ACTIONS } from '../../step-up/step-up-props'
import {
  changeBusinessName,
  changeBusinessZone,
  changeLanguages,
  changeLogo,
  changeReasons,
  changeReviewLimits,
  changeSecondFactorRoles,
  changeStepUp,
} from './actions'
import { businessPageLimits } from './inputs'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('business')
  return { title: `${t('pageTitle')} · Paydesk` }
}

export default async function BusinessPage() {
  const { role, scope } = await requireActor()
  const { t, formats } = await getI18n()
  const isShown = isPermitted(role, 'manage_business')
  return (
    <>
      <div className="pt-6 pb-5">
        <h1 className="text-2xl font-semibold tracking-tight">{t('business.title')}</h1>
        <p className="text-ink-soft mt-0.5 text-sm">{t('business.description')}</p>
      </div>
      {isShown && scope === 'all' ? (
        <StepUpProvider actions={STEP_UP_ACTIONS}>
          <Settings />
        </StepUpProvider>
      ) : (
        <Locked title={t('business.locked')}>
          {isShown
            ? t('business.lockedScope')
            : t('business.lockedMeaning', {
                role: t(`roles.${role}`),
                roles: rolesText('manage_business', (name) => t(`roles.${name}`), formats),
              })}
        </Locked>
      )}
    </>
  )
}

async function Settings() {
  const [{ values, changedAt }, chosen, ours] = await Promise.all([
    readSettingsOf(database(), [...BUSINESS_KEYS, 'second_factor_roles', 'step_up']),
    countChosenLanguages(database()),
    readSettings().then(i18nOfReader),
  ])
  const shown = <K extends keyof typeof values>(key: K) => ({
    value: values[key],
    changedAt: changedAt[key],
  })
  const { logo, standardReview } = businessPageLimits
  return (
    <div className="grid max-w-3xl gap-4">
      <NameCard setting={shown('business_name')} action={changeBusinessName} />
      <LogoCard setting={shown('business_logo')} limits={logo} action={changeLogo} />
      <ZoneCard
        setting={shown('time_zone')}
        byDefault={serverTimeZone()}
        action={changeBusinessZone}
      />
      <LanguagesCard setting={shown('languages')} chosen={chosen} action={changeLanguages} />
      {LISTED_REASON_KINDS.map((kind) => (
        <ReasonsCard
          key={kind}
          kind={kind}
          setting={shown(`${kind}_reasons`)}
          builtIn={Object.fromEntries(
            REASONS[kind].map((code) => [code, ours.t(`reasons.${code}`)]),
          )}
          action={changeReasons}
        />
      ))}
      <ReviewLimitsCard
        setting={shown('review_limits')}
        standard={standardReview}
        action={changeReviewLimits}
      />
      <SecondFactorRolesCard
        setting={shown('second_factor_roles')}
        action={changeSecondFactorRoles}
      />
      <StepUpCard setting={shown('step_up')} action={changeStepUp} />
    </div>
  )
}
