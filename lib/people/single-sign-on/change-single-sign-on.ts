import type { Database } from '@/db/client'
import { canBeEmergencyAdmin, handOver } from '@/db/queries/access/emergency-admin'
import { findPersonByKey } from '@/db/queries/access/list-people'
import { readSetting, writeSetting } from '@/db/queries/access/organization-settings'
import { parseEmail } from '@/lib/access/email-address'
import { checkIssuer, type IssuerCheck } from '@/lib/access/single-sign-on/check-issuer'
import { sealProviderSecret } from '@/lib/access/single-sign-on/provider-secret'
import { encryptionKeys } from '@/lib/config/key-ring'
import { LIMITS } from '@/lib/config/limits'
import type { PersonRequest } from '@/lib/domain/access/actor'
import type { Scope } from '@/lib/domain/access/scope'
import type { GroupRule, SingleSignOn } from '@/lib/domain/access/single-sign-on'
import { parseName, parseRole } from '../person-rules'

/** The reason why single sign-on was not changed; nothing was written then. */
export type SettingRefusal =
  | Extract<IssuerCheck, { ok: false }>['problem']
  | 'not_set'
  | 'secret_missing'
  | 'client_malformed'
  | 'name_malformed'
  | 'scopes_malformed'
  | 'claim_malformed'
  | 'group_malformed'
  | 'group_unknown'
  | 'too_many_groups'
  | 'role_unknown'
  | 'no_emergency_admin'
  | 'changed_meanwhile'
  | 'unknown_person'
  | 'last_admin'

type Changed =
  | { readonly ok: true; readonly settings: SingleSignOn | null; readonly isChanged: boolean }
  | { readonly ok: false; readonly refusal: SettingRefusal }

/** As it was typed. What is left out stays as it is, or has its default. */
export interface StatedProvider {
  readonly issuer?: string | undefined
  readonly clientId?: string | undefined
  readonly clientSecret?: string | undefined
  readonly name?: string | undefined
  readonly scopes?: string | undefined
  readonly groupsClaim?: string | undefined
  readonly trustsEmail?: boolean | undefined
  readonly trustsSecondFactor?: boolean | undefined
}

const DEFAULTS = {
  scopes: 'openid profile email',
  groupsClaim: 'groups',
  groups: [],
  trustsEmail: false,
  trustsSecondFactor: false,
  localPasswords: true,
  emergencyAdminId: null,
}

/**
 * Sets the identity provider, or a part of it, once its metadata was read. Groups and local passwords
 * stay as they are. Another issuer or client needs its secret again.
 */
export async function setProvider(
  database: Database,
  stated: StatedProvider,
  request: PersonRequest,
): Promise<Changed> {
  const known = await readSetting(database, 'single_sign_on')
  const { textLength } = LIMITS.identityProvider
  const checked = await checkIssuer(stated.issuer ?? known?.issuer ?? '')
  if (!checked.ok) return refuse(checked.problem)
  const { issuer } = checked
  const clientId = stated.clientId?.trim() ?? known?.clientId ?? ''
  if (clientId === '' || clientId.length > textLength) return refuse('client_malformed')
  const sealedSecret = secretOf({ issuer, clientId }, stated.clientSecret, known)
  if (sealedSecret === null) return refuse('secret_missing')
  const name = parseName(stated.name ?? known?.name ?? '')
  if (name === null) return refuse('name_malformed')
  const scopes = stated.scopes?.trim() ?? known?.scopes ?? DEFAULTS.scopes
  if (!isScopes(scopes)) return refuse('scopes_malformed')
  const groupsClaim = stated.groupsClaim?.trim() ?? known?.groupsClaim ?? DEFAULTS.groupsClaim
  if (!isText(groupsClaim)) return refuse('claim_malformed')
  const next = Object.assign({}, DEFAULTS, known, {
    issuer,
    clientId,
    sealedSecret,
    name,
    scopes,
    groupsClaim,
    trustsEmail: stated.trustsEmail ?? known?.trustsEmail ?? DEFAULTS.trustsEmail,
    trustsSecondFactor:
      stated.trustsSecondFactor ?? known?.trustsSecondFactor ?? DEFAULTS.trustsSecondFactor,
  })
  return write(database, next, request)
}

/** A new secret sealed, or the one of before where it is for the same client; null without either. */
function secretOf(
  client: Pick<SingleSignOn, 'issuer' | 'clientId'>,
  given: string | undefined,
  known: SingleSignOn | null,
): string | null {
  if (given) return sealProviderSecret(given, client, encryptionKeys())
  const isSame = known?.issuer === client.issuer && known.clientId === client.clientId
  return isSame ? known.sealedSecret : null
}

/** A rule as it was typed. */
export interface StatedRule {
  readonly group: string
  readonly role: string
  /** Connections that were checked to be there. */
  readonly scope: Scope
  /** True to put it before all others; else a new one comes last, and a known one stays in place. */
  readonly isFirst: boolean
}

/** Gives a group a role and a scope, in place of what it had before. */
export async function setGroup(
  database: Database,
  { group: typed, role: roleName, scope, isFirst }: StatedRule,
  request: PersonRequest,
): Promise<Changed> {
  const known = await readSetting(database, 'single_sign_on')
  if (known === null) return refuse('not_set')
  const group = typed.trim()
  if (!isText(group)) return refuse('group_malformed')
  const role = parseRole(roleName)
  if (role === null) return refuse('role_unknown')
  const rule: GroupRule = { group, role, scope }
  const others = known.groups.filter((one) => one.group !== group)
  const at = isFirst ? 0 : known.groups.findIndex((one) => one.group === group)
  const groups = others.toSpliced(at === -1 ? others.length : at, 0, rule)
  if (groups.length > LIMITS.identityProvider.groupRules) return refuse('too_many_groups')
  return write(database, Object.assign({}, known, { groups }), request)
}

/** Takes a group off the list: its people get in no more, unless they are in another one. */
export async function removeGroup(
  database: Database,
  group: string,
  request: PersonRequest,
): Promise<Changed> {
  const known = await readSetting(database, 'single_sign_on')
  if (known === null) return refuse('not_set')
  const groups = known.groups.filter((one) => one.group !== group.trim())
  if (groups.length === known.groups.length) return refuse('group_unknown')
  return write(database, Object.assign({}, known, { groups }), request)
}

/**
 * Switches all local ways in off for everyone but the emergency admin: an enabled admin of all
 * connections with a password, which the statement holds. With null it switches them on.
 */
export async function setEmergencyAdmin(
  database: Database,
  typedEmail: string | null,
  request: PersonRequest,
): Promise<Changed> {
  const known = await readSetting(database, 'single_sign_on')
  if (known === null) return refuse('not_set')
  if (typedEmail === null) {
    const on = { localPasswords: true, emergencyAdminId: null }
    return write(database, Object.assign({}, known, on), request)
  }
  const email = parseEmail(typedEmail)
  const person = email === null ? null : await findPersonByKey(database, { email })
  if (person === null) return refuse('no_emergency_admin')
  const off = { localPasswords: false, emergencyAdminId: person.id }
  const next = Object.assign({}, known, off)
  const guard = canBeEmergencyAdmin(person.id)
  const written = await writeSetting(database, 'single_sign_on', next, request, guard)
  if (written === 'guarded') return refuse('no_emergency_admin')
  return { ok: true, settings: next, isChanged: written === 'changed' }
}

/**
 * Hands a person who has a password here, or another identity there, over to the identity provider:
 * the next sign-in there with the checked address of the person is theirs.
 */
export async function handPersonOver(
  database: Database,
  typedEmail: string,
  request: PersonRequest,
): Promise<Changed> {
  const settings = await readSetting(database, 'single_sign_on')
  if (settings === null) return refuse('not_set')
  const email = parseEmail(typedEmail)
  const outcome = email === null ? 'unknown' : await handOver(database, email, request)
  if (outcome === 'unknown') return refuse('unknown_person')
  return outcome === 'last_admin' ? refuse('last_admin') : { ok: true, settings, isChanged: true }
}

/** Takes single sign-on away; local ways in are on again then. Its people stay, without a way in. */
export async function removeProvider(database: Database, request: PersonRequest): Promise<Changed> {
  const written = await writeSetting(database, 'single_sign_on', null, request)
  return { ok: true, settings: null, isChanged: written === 'changed' }
}

async function write(
  database: Database,
  next: SingleSignOn,
  request: PersonRequest,
): Promise<Changed> {
  const written = await writeSetting(database, 'single_sign_on', next, request)
  if (written === 'actor_changed') return refuse('changed_meanwhile')
  return { ok: true, settings: next, isChanged: written === 'changed' }
}

function refuse(refusal: SettingRefusal): Changed {
  return { ok: false, refusal }
}

function isText(text: string): boolean {
  return text !== '' && text.length <= LIMITS.identityProvider.textLength && !/\p{Cc}/u.test(text)
}

/** Scopes as RFC 6749 writes them, `openid` among them. */
function isScopes(text: string): boolean {
  const scopes = text.split(' ')
  return (
    isText(text) &&
    scopes.includes('openid') &&
    scopes.every((one) => /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(one))
  )
}
