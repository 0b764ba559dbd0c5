import { readSettingsOf } from '@/db/queries/access/organization-settings'
import { LIMITS } from '@/lib/config/limits'
import type { ReasonEntryInput, ReasonsInput } from '@/lib/domain/access/business-inputs'
import {
  isReasonCode,
  ownReasonCode,
  REASON_CODES,
  type ListedReason,
  type ReasonCode,
} from '@/lib/domain/operation/reasons'
import { failure, success, type Result } from '@/lib/domain/operation/result'
import { parseVisibleName } from '@/lib/people/person-rules'
import { changeSetting, type SettingChanged, type SettingContext } from './change-setting'

/**
 * Sets the reasons of a kind of operation, in their order. One that is listed can be renamed or retired,
 * never left out: its code stands in operations, whose history names it.
 * @param builtInName the words of a built-in reason for who asks; no other reason may have them as well
 */
export async function setReasons(
  context: SettingContext,
  { kind, reasons, seenAt }: ReasonsInput,
  builtInName: (code: ReasonCode) => string,
): Promise<Result<SettingChanged>> {
  const key = `${kind}_reasons` as const
  const { values } = await readSettingsOf(context.database, ['refund_reasons', 'void_reasons'])
  const taken = [...values.refund_reasons, ...values.void_reasons].map(({ code }) => code)
  const parsed = parseReasons(reasons, values[key], taken)
  if (!parsed.ok) return parsed
  const twice = findNameTwice(parsed.value, builtInName)
  if (twice !== null) return twice
  return changeSetting(context, { key, value: parsed.value, seenAt })
}

function parseReasons(
  entries: readonly ReasonEntryInput[],
  listed: readonly ListedReason[],
  codes: readonly ReasonCode[],
): Result<readonly ListedReason[]> {
  const { reasons: max, reasonNameLength: most } = LIMITS.business
  if (entries.length > max) return failure('too_many_reasons', { values: { max } })
  const taken: string[] = [...codes]
  const parsed: ListedReason[] = []
  for (const [index, { code: known, name: typed, isRetired }] of entries.entries()) {
    const hasOwnWords = REASON_CODES.some((code) => code === known) && typed.trim() === ''
    const name = hasOwnWords ? null : parseVisibleName(typed, most)
    if (name === null && !hasOwnWords) {
      return failure('reason_name_malformed', { field: `reason.${index}`, values: { most } })
    }
    const code = known ?? ownReasonCode(name ?? '', taken)
    if (!isReasonCode(code)) return failure('reason_gone')
    taken.push(code)
    // It stands in the lists of other operations, too, and asks for a note.
    parsed.push({ code, name: code === 'other' ? null : name, isRetired })
  }
  // One that is unknown, missing or there twice comes from no page of ours.
  const given = new Set(parsed.map(({ code }) => code))
  const isKnown = entries.every(
    ({ code }) => code === null || listed.some((reason) => reason.code === code),
  )
  const isWhole = given.size === parsed.length && listed.every(({ code }) => given.has(code))
  if (!isKnown || !isWhole) return failure('reason_gone')
  if (parsed.every(({ isRetired }) => isRetired)) return failure('no_reason_offered')
  return success(parsed)
}

/** Two offered reasons of one name could not be told apart, nor in the history of later. */
function findNameTwice(
  reasons: readonly ListedReason[],
  builtInName: (code: ReasonCode) => string,
): Result<never> | null {
  const seen = new Set<string>()
  for (const [index, { code, name }] of reasons.entries()) {
    const shown = name ?? builtInName(code)
    const folded = shown.toLowerCase()
    if (seen.has(folded)) {
      return failure('reason_name_taken', { field: `reason.${index}`, values: { name: shown } })
    }
    seen.add(folded)
  }
  return null
}
