'use client'

import type { LanguagesInput } from '@/lib/domain/access/business-inputs'
import { LOCALES, type Locale } from '@/lib/domain/access/person-settings'
import { DEFAULT_LOCALE, LANGUAGE_NAMES } from '@/lib/format/locale'
import { useI18n } from '@/lib/i18n/use-i18n'
import { SettingForm, type SettingAction, type ShownSetting } from './setting-form'
import { TickList } from './tick-list'

interface Props {
  readonly setting: ShownSetting<readonly Locale[]>
  /** How many people have chosen each language. */
  readonly chosen: Readonly<Record<Locale, number>>
  readonly action: SettingAction<LanguagesInput>
}

/** The languages that people choose from. */
export function LanguagesCard({ setting: { value, changedAt }, chosen, action }: Props) {
  const { t } = useI18n()
  const fallback = value.includes(DEFAULT_LOCALE) ? DEFAULT_LOCALE : (value[0] ?? DEFAULT_LOCALE)
  return (
    <SettingForm
      id="business-languages"
      title={t('business.languages.title')}
      meaning={t('business.languages.meaning', { fallback: LANGUAGE_NAMES[fallback] })}
      stored={value}
      changedAt={changedAt}
      inWords={value.map((locale) => LANGUAGE_NAMES[locale]).join(', ')}
      action={action}
      inputOf={(languages, seenAt) => ({ languages, seenAt })}
    >
      {({ entry, change, errorOf }) => (
        <TickList
          legend={t('business.languages.legend')}
          name="languages"
          choices={LOCALES.map((locale) => ({
            value: locale,
            label: <span lang={locale}>{LANGUAGE_NAMES[locale]}</span>,
            aside: t('business.languages.chosen', { count: chosen[locale] }),
          }))}
          ticked={entry}
          onChange={change}
          error={errorOf('languages')}
        />
      )}
    </SettingForm>
  )
}
