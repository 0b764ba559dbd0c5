'use client'

import { useState, type SyntheticEvent } from 'react'
import { ActResult } from '@/components/access/shared/act-result'
import { useOwnSettings, type OwnSettingsAction } from '@/components/access/shared/use-own-settings'
import { useRefusedFields } from '@/components/access/shared/use-refused-fields'
import { useBusiness } from '@/components/business/shared/business-provider'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { SelectField } from '@/components/ui/select-field'
import type { OwnSettingsInput } from '@/lib/domain/access/person-inputs'
import { parseTheme, THEMES, type Locale } from '@/lib/domain/access/person-settings'
import { LANGUAGE_NAMES } from '@/lib/format/locale'
import { useI18n } from '@/lib/i18n/use-i18n'
import { TimeZoneField } from './shared/time-zone-field'

interface Props {
  /** As the page shows them now; the time zone is empty for that of the business. */
  readonly settings: Required<OwnSettingsInput>
  readonly businessZone: string
  /** The language that the reader has chosen, where the business does not offer it any more. */
  readonly languageGone: Locale | null
  readonly action: OwnSettingsAction
}

/** Name, language, theme and time zone of the reader; entries stay after a refusal. */
export function YouForm({ settings, businessZone, languageGone, action }: Props) {
  const { t } = useI18n()
  const { languages } = useBusiness()
  const [edits, setEdits] = useState<OwnSettingsInput>({})
  const { isPending, isSaved, failure, change } = useOwnSettings(action)
  const { form, errorOf, ofNoField } = useRefusedFields(failure)

  async function submit(event: SyntheticEvent) {
    event.preventDefault()
    if (!isPending) await change(edits, () => setEdits({}))
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => void submit(event)}
      className="grid max-w-sm gap-4 px-5 pb-5"
    >
      <p className="text-ink-soft text-sm">{t('account.you.meaning')}</p>
      <Field
        label={t('account.you.name')}
        name="name"
        autoComplete="name"
        required
        value={edits.name ?? settings.name}
        onChange={(event) => setEdits({ ...edits, name: event.target.value })}
        error={errorOf('name')}
      />
      <SelectField
        label={t('account.you.language')}
        name="language"
        value={edits.language ?? settings.language}
        onChange={(event) => {
          const picked = languages.find((locale) => locale === event.target.value)
          setEdits({ ...edits, language: picked ?? settings.language })
        }}
      >
        {languages.map((locale) => (
          <option key={locale} value={locale} lang={locale}>
            {LANGUAGE_NAMES[locale]}
          </option>
        ))}
      </SelectField>
      {languageGone !== null && (
        <p className="text-ink-soft text-sm">
          {t('account.you.languageGone', {
            chosen: LANGUAGE_NAMES[languageGone],
            shown: LANGUAGE_NAMES[settings.language],
          })}
        </p>
      )}
      <SelectField
        label={t('account.you.theme')}
        name="theme"
        value={edits.theme ?? settings.theme}
        onChange={(event) => setEdits({ ...edits, theme: parseTheme(event.target.value) })}
      >
        {THEMES.map((theme) => (
          <option key={theme} value={theme}>
            {t(`account.you.themes.${theme}`)}
          </option>
        ))}
      </SelectField>
      <TimeZoneField
        label={t('account.you.timeZone')}
        hint={t('account.you.timeZoneHint', { zone: businessZone })}
        value={edits.timeZone ?? settings.timeZone}
        byDefault={businessZone}
        onChange={(timeZone) => setEdits({ ...edits, timeZone })}
        error={errorOf('timeZone')}
      />
      <Button type="submit" busy={isPending} className="justify-self-start">
        {t(isPending ? 'account.you.pending' : 'account.you.submit')}
      </Button>
      <ActResult done={isSaved ? t('account.you.saved') : null} failure={ofNoField} />
    </form>
  )
}
