import { LIMITS } from '@/lib/config/limits'
import type { NewConnectionInput } from '@/lib/domain/provider/connection-inputs'
import { CONNECTION_FORMS } from '@/lib/providers/connection-forms'
import type { SettingField } from '@/lib/providers/connection-form'
import type { StatedConnection } from './sealed-connection'

/** What was typed, as a connection is stated; or the first input that is missing or not as it must be. */
type Typed =
  | { readonly ok: true; readonly value: Omit<StatedConnection, 'id' | 'provider'> }
  | {
      readonly ok: false
      readonly problem: 'missing' | 'malformed' | 'name_malformed'
      readonly field: string
    }

type Value = string | number | boolean

/**
 * Reads a connection as it was typed, by the form that its provider's profile makes. Blanks around a
 * text are no part of it; what is left empty is left out. The provider's schema judges the values.
 */
export function readTyped(input: NewConnectionInput): Typed {
  const { secretFields, settingFields } = CONNECTION_FORMS[input.provider]
  const name = parseConnectionName(input.name)
  if (name === null) return wrong(input.name.trim() === '' ? 'missing' : 'name_malformed', 'name')
  const accountId = input.account.trim()
  if (accountId === '') return wrong('missing', 'account')
  const baseUrl = input.baseUrl.trim()
  if (baseUrl === '') return wrong('missing', 'baseUrl')
  const secret: Record<string, Value> = {}
  for (const { field, optional } of secretFields) {
    const text = (input.secret[field] ?? '').trim()
    if (text !== '') secret[field] = text
    else if (!optional) return wrong('missing', `secret.${field}`)
  }
  for (const setting of settingFields) {
    const value = readSetting(setting, input.settings[setting.field])
    if (value === null) return wrong('malformed', `settings.${setting.field}`)
    if (value !== undefined) secret[setting.field] = value
  }
  return { ok: true, value: { name, accountId, baseUrl, secret } }
}

function wrong(problem: 'missing' | 'malformed' | 'name_malformed', field: string): Typed {
  return { ok: false, problem, field }
}

/** Null when it cannot be such a setting; undefined when it is left out. */
function readSetting(
  { kind }: SettingField,
  typed: string | boolean | undefined,
): Value | null | undefined {
  if (typed === undefined) return undefined
  if (kind === 'switch') return typeof typed === 'boolean' ? typed : null
  if (typeof typed === 'boolean') return null
  const text = typed.trim()
  if (text === '') return undefined
  if (kind !== 'number') return text
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}

/** What no name has: control characters, line ends, and all that is not seen. */
const NOT_IN_NAMES = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

/** The name of a connection, trimmed, with single blanks and composed (NFC); null when it is empty, too long or unseen. */
export function parseConnectionName(text: string): string | null {
  const name = text.trim().replaceAll(/ +/g, ' ').normalize('NFC')
  const isName = /[\p{L}\p{N}]/u.test(name) && name.length <= LIMITS.text.connectionName
  return isName && !NOT_IN_NAMES.test(name) ? name : null
}
