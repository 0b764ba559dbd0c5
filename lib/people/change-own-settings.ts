import { updateOwnSettings } from '@/db/queries/access/update-own-settings'
import type { OwnSettingsInput } from '@/lib/domain/access/person-inputs'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { parseTimeZone } from './parse-time-zone'
import { parseName } from './person-rules'
import type { OwnContext } from './confirm-password'

/**
 * Changes name, language, time zone or theme of who asks; the person sees them in every browser from
 * the next page on. Fails with `name_malformed` or `time_zone_unknown`; nothing is changed then.
 */
export async function changeOwnSettings(
  { actor, requestId, database }: OwnContext,
  input: OwnSettingsInput,
): Promise<Result<null>> {
  const { language, theme } = input
  const name = input.name === undefined ? undefined : parseName(input.name)
  if (name === null) return failure('name_malformed', { field: 'name' })
  const zone = input.timeZone === undefined ? { name: undefined } : parseTimeZone(input.timeZone)
  if (zone === null) return failure('time_zone_unknown', { field: 'timeZone' })
  const change = { name, language, timeZone: zone.name, theme }
  const request = { requestId, reason: null, actor }
  const result = await updateOwnSettings(database, change, request)
  if (result === 'changed') return success(null)
  return failure(result, result === 'time_zone_unknown' ? { field: 'timeZone' } : {})
}
