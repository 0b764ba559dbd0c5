import type { Failure } from '@/lib/domain/operation/result'
import { currencyExponent } from '@/lib/domain/money/currency'
import type { I18n } from './i18n'

/** Why a setting of the business was not changed. */
const CODES = [
  'setting_overtaken',
  'setting_of_all_connections',
  'business_name_malformed',
  'logo_refused',
  'languages_empty',
  'no_reason_offered',
  'reason_gone',
  'reason_name_malformed',
  'reason_name_taken',
  'too_many_reasons',
  'too_many_currencies',
  'currency_unknown',
  'currency_twice',
  'limit_unreadable',
] as const

export type SettingFailure = Extract<Failure, { readonly code: (typeof CODES)[number] }>

const EXAMPLE_MINOR = 124_900

/** True for a failure about a setting of the business. */
export function isSettingFailure(failure: Failure): failure is SettingFailure {
  return CODES.some((code) => code === failure.code)
}

/** Words for why a setting was not changed: what to do at the field that it is about. */
export function describeSettingFailure(failure: SettingFailure, { t, formats }: I18n): string {
  switch (failure.code) {
    case 'setting_overtaken': {
      const at = formats.dateTime(new Date(failure.values.at))
      return t('settingFailures.setting_overtaken', { actor: failure.values.actor, at })
    }
    case 'logo_refused': {
      const { problem, ...bounds } = failure.values
      return t(`settingFailures.logo_refused.${problem}`, bounds)
    }
    case 'limit_unreadable': {
      const { problem, text, currency } = failure.values
      return t(`amounts.typed.${problem}`, {
        text,
        currency,
        example: formats.moneyParts(EXAMPLE_MINOR, currency).figures,
        decimals: currencyExponent(currency),
        smallest: formats.money(1, currency),
      })
    }
    case 'setting_of_all_connections':
    case 'languages_empty':
    case 'no_reason_offered':
    case 'reason_gone':
      return t(`settingFailures.${failure.code}`)
    case 'business_name_malformed':
    case 'reason_name_malformed':
      return t(`settingFailures.${failure.code}`, failure.values)
    case 'reason_name_taken':
      return t('settingFailures.reason_name_taken', failure.values)
    case 'too_many_reasons':
    case 'too_many_currencies':
      return t(`settingFailures.${failure.code}`, failure.values)
    case 'currency_unknown':
      return t('settingFailures.currency_unknown', failure.values)
    case 'currency_twice':
      return t('settingFailures.currency_twice', failure.values)
  }
}
