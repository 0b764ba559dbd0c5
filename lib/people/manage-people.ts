import type { Database } from '@/db/client'
import { env } from '@/lib/config/env'
import type { Actor, PersonRequest } from '@/lib/domain/access/actor'
import type {
  AccessInput,
  InvitationInput,
  PersonInput,
  RoleInput,
  ScopeInput,
} from '@/lib/domain/access/person-inputs'
import type { FactorReset, ShownLink } from '@/lib/domain/access/person'
import type { Locale } from '@/lib/domain/access/person-settings'
import { success, type Result } from '@/lib/domain/operation/result'
import { mailLink } from '@/lib/mail/mail-link'
import { asResult } from './as-result'
import {
  changeRole,
  changeScope,
  disablePerson,
  enablePerson,
  removePasskeys,
  resetSecondFactorByLink,
  signOutPerson,
  type ChangedPerson,
} from './change-person'
import { invitePerson } from './invite-person'
import type { LinkToPerson } from './link-token'
import { makePersonLink } from './make-person-link'
import { unlockPerson, type UnlockedPerson } from './unlock-person'

/** What is done with people in the browser: each by an admin, in whose name the audit entry is. */
export interface PeopleContext {
  readonly actor: Actor
  readonly requestId: string
  readonly database: Database
}

/** What makes links in the browser: mails are in the person's language, else in that of who asks. */
export interface LinkContext extends PeopleContext {
  readonly language: Locale
}

/** Makes a person and the link that invites, and mails it; see `invitePerson`. */
export async function invite(
  context: LinkContext,
  input: InvitationInput,
): Promise<Result<ShownLink>> {
  const invited = asResult(await invitePerson(context.database, input, requestOf(context)))
  return invited.ok ? success(await showLink(context, invited.value)) : invited
}

/** Makes another link for a person, and mails it; see `makePersonLink`. */
export async function makeLinkFor(
  context: LinkContext,
  { personId }: PersonInput,
): Promise<Result<ShownLink>> {
  const made = asResult(await makePersonLink(context.database, personId, requestOf(context)))
  return made.ok ? success(await showLink(context, made.value)) : made
}

/** The link is made by now, and shown whatever becomes of the mail. */
async function showLink({ actor, requestId, language }: LinkContext, link: LinkToPerson) {
  const { id: personId, name, email, isInvitation } = link
  const address = linkAddress(link.token)
  const mail = {
    name,
    email,
    address,
    isInvitation,
    madeBy: actor.name,
    language: link.language ?? language,
  }
  return { personId, email, address, mail: await mailLink(mail, requestId) }
}

/** Gives a person another role; see `changeRole`. */
export async function giveRole(
  context: PeopleContext,
  { personId, role }: RoleInput,
): Promise<Result<ChangedPerson>> {
  return asResult(await changeRole(context.database, targetOf(context, personId), role))
}

/** Gives a person other connections to see; see `changeScope`. */
export async function giveScope(
  context: PeopleContext,
  { personId, scope }: ScopeInput,
): Promise<Result<ChangedPerson>> {
  return asResult(await changeScope(context.database, targetOf(context, personId), scope))
}

/** Lets a person in, or keeps the person out and ends all sessions. */
export async function setAccess(
  context: PeopleContext,
  { personId, isEnabled }: AccessInput,
): Promise<Result<ChangedPerson>> {
  const change = isEnabled ? enablePerson : disablePerson
  return asResult(await change(context.database, targetOf(context, personId)))
}

/** Ends all sessions of a person. */
export async function signOutEverywhere(
  context: PeopleContext,
  { personId }: PersonInput,
): Promise<Result<ChangedPerson>> {
  return asResult(await signOutPerson(context.database, targetOf(context, personId)))
}

/** Removes all passkeys of a person and ends all sessions. */
export async function removeAllPasskeys(
  context: PeopleContext,
  { personId }: PersonInput,
): Promise<Result<ChangedPerson>> {
  return asResult(await removePasskeys(context.database, targetOf(context, personId)))
}

/** Takes a person's lost second factor away, and mails the link; see `resetSecondFactorByLink`. */
export async function resetFactor(
  context: LinkContext,
  { personId }: PersonInput,
): Promise<Result<FactorReset>> {
  const request = requestOf(context)
  const reset = asResult(await resetSecondFactorByLink(context.database, { personId, request }))
  if (!reset.ok) return reset
  const { isChanged, link } = reset.value
  return success({ isChanged, link: link === null ? null : await showLink(context, link) })
}

/** Forgets a person's failed sign-ins; see `unlockPerson`. */
export async function unlock(
  context: PeopleContext,
  { personId }: PersonInput,
): Promise<Result<UnlockedPerson>> {
  return asResult(await unlockPerson(context.database, targetOf(context, personId), null))
}

function requestOf({ actor, requestId }: PeopleContext): PersonRequest {
  return { requestId, reason: null, actor }
}

function targetOf(context: PeopleContext, personId: string) {
  return { person: { id: personId }, request: requestOf(context) }
}

/** The address at which a one-time link is used: the person's own way in. */
function linkAddress(token: string): string {
  return new URL(`/welcome/${token}`, env().NEXTAUTH_URL).href
}
