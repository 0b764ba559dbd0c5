import { isKnownTimeZone } from '@/db/queries/access/is-known-time-zone'
import { LIMITS } from '@/lib/config/limits'
import type {
  BusinessNameInput,
  BusinessZoneInput,
  LanguagesInput,
} from '@/lib/domain/access/business-inputs'
import { LOCALES } from '@/lib/domain/access/person-settings'
import { failure, type Result } from '@/lib/domain/operation/result'
import { parseTimeZone } from '@/lib/people/parse-time-zone'
import { parseVisibleName } from '@/lib/people/person-rules'
import { changeSetting, type SettingChanged, type SettingContext } from './change-setting'

/** Sets the name in the header and in exports; an empty one for the product's. */
export async function setBusinessName(
  context: SettingContext,
  { name, seenAt }: BusinessNameInput,
): Promise<Result<SettingChanged>> {
  const most = LIMITS.business.nameLength
  const value = name.trim() === '' ? { name: null } : { name: parseVisibleName(name, most) }
  if (name.trim() !== '' && value.name === null) {
    return failure('business_name_malformed', { field: 'name', values: { most } })
  }
  return changeSetting(context, { key: 'business_name', value: value.name, seenAt })
}

/** Sets the time zone for people who have chosen none; an empty one for that of the environment. */
export async function setBusinessZone(
  context: SettingContext,
  { timeZone, seenAt }: BusinessZoneInput,
): Promise<Result<SettingChanged>> {
  const zone = parseTimeZone(timeZone)
  const isKnown =
    zone !== null && (zone.name === null || (await isKnownTimeZone(context.database, zone.name)))
  if (!isKnown) return failure('time_zone_unknown', { field: 'timeZone' })
  return changeSetting(context, { key: 'time_zone', value: zone.name, seenAt })
}

/** Sets the languages that people choose from. Who has chosen another one sees the first of these. */
export async function setOfferedLanguages(
  context: SettingContext,
  { languages, seenAt }: LanguagesInput,
): Promise<Result<SettingChanged>> {
  const value = LOCALES.filter((locale) => languages.includes(locale))
  if (value.length === 0) return failure('languages_empty', { field: 'languages' })
  return changeSetting(context, { key: 'languages', value, seenAt })
}
