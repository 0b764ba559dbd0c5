import { randomUUID } from 'node:crypto'
import type { Database } from '@/db/client'
import { insertPerson } from '@/db/queries/access/insert-person'
import { readSetting } from '@/db/queries/access/organization-settings'
import {
  findPersonByIdentity,
  linkIdentity,
  renamePerson,
  type KnownPerson,
} from '@/db/queries/access/person-identities'
import { updatePerson, type PersonChange } from '@/db/queries/access/update-person'
import { parseEmail } from '@/lib/access/email-address'
import { SINGLE_SIGN_ON, type PersonRequest } from '@/lib/domain/access/actor'
import { isScopeWithin } from '@/lib/domain/access/scope'
import {
  findGroupRule,
  type GroupRule,
  type ProviderClaims,
  type SingleSignOn,
  type SingleSignOnProblem,
} from '@/lib/domain/access/single-sign-on'
import { parseName } from '../person-rules'

export type Admission =
  | {
      readonly ok: true
      readonly person: KnownPerson
      /** True where the provider vouches for a second factor. */
      readonly hasProvedFactor: boolean
    }
  | {
      readonly ok: false
      readonly problem: SingleSignOnProblem
      /** The person, where it is known whom. */
      readonly personId?: string
    }

/**
 * Finds or makes the person whom the identity provider names, and brings role, scope and name to what
 * it says now, each change with its audit entry. Whoever is in no group of the list gets in no more:
 * all sessions of such a person end.
 */
export async function admitPerson(
  database: Database,
  settings: SingleSignOn,
  claims: ProviderClaims,
  requestId: string,
): Promise<Admission> {
  const request = { requestId, reason: null, actor: null, agent: SINGLE_SIGN_ON }
  const known = await findPersonByIdentity(database, claims)
  const refuse = (problem: SingleSignOnProblem): Admission =>
    known === null ? { ok: false, problem } : { ok: false, problem, personId: known.id }
  if (claims.groups === null) return refuse('groups_unreadable')
  const rule = findGroupRule(settings.groups, claims.groups)
  if (rule === null) {
    if (known !== null) {
      await updatePerson(database, { id: known.id }, { kind: 'sign_out' }, request)
    }
    return refuse('no_group')
  }
  if (known?.isDisabled === true) return refuse('disabled')
  const hasProvedFactor = claims.hasTwoFactors || settings.trustsSecondFactor
  const rolesInNeed = await readSetting(database, 'second_factor_roles')
  if (rolesInNeed.includes(rule.role) && !hasProvedFactor) return refuse('second_factor')
  if (known === null) {
    const problem = await makeKnown(database, { settings, claims, rule }, request)
    if (problem !== null) return refuse(problem)
  }
  const person = await bringUpToDate(database, { claims, rule }, request)
  if (person === null) return refuse('internal')
  if (person.isDisabled) return { ok: false, problem: 'disabled', personId: person.id }
  return { ok: true, person, hasProvedFactor }
}

/**
 * Ties the identity to the invited person with its e-mail address, or to a new one. The address counts
 * only if the provider has checked it. Gives the reason why not.
 */
async function makeKnown(
  database: Database,
  first: {
    readonly settings: SingleSignOn
    readonly claims: ProviderClaims
    readonly rule: GroupRule
  },
  request: PersonRequest,
): Promise<SingleSignOnProblem | null> {
  const { settings, claims, rule } = first
  const email = claims.email === null ? null : parseEmail(claims.email)
  if (email === null) return 'email_missing'
  if (!(claims.isEmailVerified ?? settings.trustsEmail)) return 'email_unverified'
  const { issuer, subject } = claims
  const identity = { email, issuer, subject }
  let linked = await linkIdentity(database, identity, request)
  if (linked === 'unknown') {
    const { role, scope } = rule
    const name = nameOf(claims) ?? parseName(email.split('@')[0] ?? '') ?? 'N. N.'
    const row = { id: randomUUID(), email, name, role, scope, passwordHash: null }
    await insertPerson(database, row, request)
    linked = await linkIdentity(database, identity, request)
  }
  if (linked === 'linked') return null
  // Of two first sign-ins at once, the second finds what the first has made.
  return (await findPersonByIdentity(database, claims)) === null ? 'email_taken' : null
}

/** Gives the person role, scope and name of now; null when that could not be written. */
async function bringUpToDate(
  database: Database,
  { claims, rule: { role, scope } }: { readonly claims: ProviderClaims; readonly rule: GroupRule },
  request: PersonRequest,
): Promise<KnownPerson | null> {
  const person = await findPersonByIdentity(database, claims)
  if (person === null) return null
  const name = nameOf(claims) ?? person.name
  const isSameScope = isScopeWithin(scope, person.scope) && isScopeWithin(person.scope, scope)
  const changes: PersonChange[] = []
  if (person.role !== role) changes.push({ kind: 'role', role })
  if (!isSameScope) changes.push({ kind: 'scope', scope })
  for (const change of changes) {
    const { result } = await updatePerson(database, { id: person.id }, change, request)
    if (result !== 'changed' && result !== 'same') return null
  }
  const isRenamed = person.name !== name
  if (isRenamed) await renamePerson(database, { id: person.id, name }, request)
  const isSame = changes.length === 0 && !isRenamed
  return isSame ? person : findPersonByIdentity(database, claims)
}

/** The name that the provider gives, where it is one that people may have. */
function nameOf({ name }: ProviderClaims): string | null {
  return name === null ? null : parseName(name)
}
