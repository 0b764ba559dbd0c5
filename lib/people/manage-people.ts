import type { Database } from '@/db/client'
import type { Actor, PersonRequest } from '@/lib/domain/access/actor'
import type {
  AccessInput,
  InvitationInput,
  PersonInput,
  RoleInput,
} from '@/lib/domain/access/person-inputs'
import { success, type Result } from '@/lib/domain/operation/result'
import { asResult } from './as-result'
import {
  changeRole,
  disablePerson,
  enablePerson,
  resetSecondFactor,
  signOutPerson,
  type ChangedPerson,
} from './change-person'
import { invitePerson } from './invite-person'
import { linkAddress } from './link-address'
import { makePersonLink } from './make-person-link'
import { unlockPerson, type UnlockedPerson } from './unlock-person'

/** What is done with people in the browser: each by an admin, in whose name the audit entry is. */
export interface PeopleContext {
  readonly actor: Actor
  readonly requestId: string
  readonly database: Database
}

/** A one-time link, shown once to who made it. */
export interface ShownLink {
  readonly personId: string
  readonly address: string
}

/** Makes a person and the link that invites; see `invitePerson`. */
export async function invite(
  context: PeopleContext,
  input: InvitationInput,
): Promise<Result<ShownLink>> {
  const invited = asResult(await invitePerson(context.database, input, requestOf(context)))
  if (!invited.ok) return invited
  const { id: personId, token } = invited.value
  return success({ personId, address: linkAddress(token) })
}

/** Makes another link for a person; see `makePersonLink`. */
export async function makeLinkFor(
  context: PeopleContext,
  { personId }: PersonInput,
): Promise<Result<ShownLink>> {
  const made = asResult(await makePersonLink(context.database, personId, requestOf(context)))
  return made.ok ? success({ personId, address: linkAddress(made.value.token) }) : made
}

/** Gives a person another role; see `changeRole`. */
export async function giveRole(
  context: PeopleContext,
  { personId, role }: RoleInput,
): Promise<Result<ChangedPerson>> {
  return asResult(await changeRole(context.database, targetOf(context, personId), role))
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

/** Takes a person's lost second factor away; see `resetSecondFactor`. */
export async function resetFactor(
  context: PeopleContext,
  { personId }: PersonInput,
): Promise<Result<ChangedPerson>> {
  return asResult(await resetSecondFactor(context.database, targetOf(context, personId)))
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
