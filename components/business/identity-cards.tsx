'use client'

import { TimeZoneField } from '@/components/account/shared/time-zone-field'
import { Field } from '@/components/ui/field'
import type { BusinessNameInput, BusinessZoneInput } from '@/lib/domain/access/business-inputs'
import { useI18n } from '@/lib/i18n/use-i18n'
import { SettingForm, type SettingAction, type ShownSetting } from './setting-form'

interface NameProps {
  readonly setting: ShownSetting<string | null>
  readonly action: SettingAction<BusinessNameInput>
}

/** The name that stands in place of the product's. */
export function NameCard({ setting: { value, changedAt }, action }: NameProps) {
  const { t } = useI18n()
  return (
    <SettingForm
      id="business-name"
      title={t('business.name.title')}
      meaning={t('business.name.meaning')}
      stored={value ?? ''}
      changedAt={changedAt}
      inWords={value ?? t('business.nothingSet')}
      action={action}
      inputOf={(name, seenAt) => ({ name, seenAt })}
    >
      {({ entry, change, errorOf }) => (
        <Field
          label={t('business.name.label')}
          name="name"
          autoComplete="off"
          value={entry}
          onChange={(event) => change(event.target.value)}
          hint={t('business.name.hint')}
          error={errorOf('name')}
          className="max-w-sm"
        />
      )}
    </SettingForm>
  )
}

interface ZoneProps {
  readonly setting: ShownSetting<string | null>
  /** The time zone of the environment. */
  readonly byDefault: string
  readonly action: SettingAction<BusinessZoneInput>
}

/** The time zone for people who have chosen none. */
export function ZoneCard({ setting: { value, changedAt }, byDefault, action }: ZoneProps) {
  const { t } = useI18n()
  return (
    <SettingForm
      id="business-zone"
      title={t('business.zone.title')}
      meaning={t('business.zone.meaning')}
      stored={value ?? ''}
      changedAt={changedAt}
      inWords={value ?? t('business.nothingSet')}
      action={action}
      inputOf={(timeZone, seenAt) => ({ timeZone, seenAt })}
    >
      {({ entry, change, errorOf }) => (
        <div className="grid max-w-sm gap-4">
          <TimeZoneField
            label={t('business.zone.label')}
            hint={t('business.zone.hint', { zone: byDefault })}
            value={entry}
            byDefault={byDefault}
            onChange={change}
            error={errorOf('timeZone')}
          />
        </div>
      )}
    </SettingForm>
  )
}
