'use client'

import type {
  ReviewLimitsInput,
  SecondFactorRolesInput,
  StepUpInput,
} from '@/lib/domain/access/business-inputs'
import {
  STEP_UP_TOPICS,
  type LimitsMinor,
  type StepUpSetting,
} from '@/lib/domain/access/organization-settings'
import { ROLES, type Role } from '@/lib/domain/access/permission'
import { useI18n } from '@/lib/i18n/use-i18n'
import { limitEntries, LimitRows, limitsInWords } from './limit-rows'
import { SettingForm, type SettingAction, type ShownSetting } from './setting-form'
import { TickList } from './tick-list'

interface ReviewProps {
  readonly setting: ShownSetting<LimitsMinor>
  /** In whole units of any currency that is not listed. */
  readonly standard: number
  readonly action: SettingAction<ReviewLimitsInput>
}

/** The sums above which two people must decide the same. */
export function ReviewLimitsCard({ setting: { value, changedAt }, standard, action }: ReviewProps) {
  const { t, formats } = useI18n()
  return (
    <SettingForm
      id="business-review"
      title={t('business.review.title')}
      meaning={t('business.review.meaning', { standard })}
      stored={limitEntries(value, formats)}
      changedAt={changedAt}
      inWords={limitsInWords(value, formats) || t('business.nothingSet')}
      action={action}
      inputOf={(limits, seenAt) => ({ limits, seenAt })}
    >
      {({ entry, change, errorOf }) => (
        <LimitRows rows={entry} onChange={(rows) => change([...rows])} errorOf={errorOf} />
      )}
    </SettingForm>
  )
}

interface RolesProps {
  readonly setting: ShownSetting<readonly Role[]>
  readonly action: SettingAction<SecondFactorRolesInput>
}

/** The roles whose people need a second factor. */
export function SecondFactorRolesCard({ setting: { value, changedAt }, action }: RolesProps) {
  const { t } = useI18n()
  return (
    <SettingForm
      id="business-second-factor"
      title={t('business.secondFactor.title')}
      meaning={t('business.secondFactor.meaning')}
      stored={value}
      changedAt={changedAt}
      inWords={value.map((role) => t(`roles.${role}`)).join(', ') || t('business.nothingSet')}
      action={action}
      inputOf={(roles, seenAt) => ({ roles, seenAt })}
    >
      {({ entry, change }) => (
        <TickList
          legend={t('business.secondFactor.legend')}
          name="roles"
          choices={ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
          ticked={entry}
          onChange={change}
        />
      )}
    </SettingForm>
  )
}

interface StepUpProps {
  readonly setting: ShownSetting<StepUpSetting>
  readonly action: SettingAction<StepUpInput>
}

/** What needs a second factor that was shown minutes ago. */
export function StepUpCard({ setting: { value, changedAt }, action }: StepUpProps) {
  const { t, formats } = useI18n()
  const { topics, refundLimitsMinor } = value
  const named = topics.map((topic) => t(`business.stepUp.topics.${topic}`))
  const sums = limitsInWords(refundLimitsMinor, formats)
  return (
    <SettingForm
      id="business-step-up"
      title={t('business.stepUp.title')}
      meaning={t('business.stepUp.meaning')}
      stored={{ topics, limits: limitEntries(refundLimitsMinor, formats) }}
      changedAt={changedAt}
      inWords={
        [...named, sums].filter((part) => part !== '').join(', ') || t('business.nothingSet')
      }
      action={action}
      inputOf={(entry, seenAt) => ({ topics: entry.topics, limits: entry.limits, seenAt })}
    >
      {({ entry, change, errorOf }) => (
        <>
          <TickList
            legend={t('business.stepUp.legend')}
            name="topics"
            choices={STEP_UP_TOPICS.map((topic) => ({
              value: topic,
              label: t(`business.stepUp.topics.${topic}`),
            }))}
            ticked={entry.topics}
            onChange={(next) => change({ topics: next, limits: entry.limits })}
          />
          <div className="grid gap-2">
            <h3 className="text-ink font-medium">{t('business.stepUp.refunds')}</h3>
            <p className="text-ink-soft text-pretty">{t('business.stepUp.refundsMeaning')}</p>
            <LimitRows
              rows={entry.limits}
              onChange={(limits) => change({ topics: entry.topics, limits: [...limits] })}
              errorOf={errorOf}
            />
          </div>
        </>
      )}
    </SettingForm>
  )
}
