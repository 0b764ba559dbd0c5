'use server'

import type { ActionContext } from '@/lib/access/action-core'
import { defineAction } from '@/lib/access/define-action'
import { readerOf } from '@/lib/i18n/reader'
import {
  giveRole,
  giveScope,
  invite,
  makeLinkFor,
  removeAllPasskeys,
  resetFactor,
  setAccess,
  signOutEverywhere,
  unlock,
} from '@/lib/people/manage-people'
import { accessInput, invitationInput, personInput, roleInput, scopeInput } from './inputs'

const permission = 'manage_people'

/** Makes a person and the link that invites; see `invitePerson`. */
export const invitePerson = defineAction({
  permission,
  input: invitationInput,
  run: async (context, input) => invite(await withLanguage(context), input),
})

/** Makes another one-time link for a person; see `makePersonLink`. */
export const makePersonLink = defineAction({
  permission,
  input: personInput,
  run: async (context, input) => makeLinkFor(await withLanguage(context), input),
})

async function withLanguage(context: ActionContext) {
  const { locale: language } = await readerOf(context.settings)
  return { ...context, language }
}

/** Gives a person another role; see `changeRole`. */
export const changePersonRole = defineAction({ permission, input: roleInput, run: giveRole })

/** Gives a person other connections to see; see `changeScope`. */
export const changePersonScope = defineAction({ permission, input: scopeInput, run: giveScope })

/** Disables a person, or enables one again. */
export const setPersonAccess = defineAction({ permission, input: accessInput, run: setAccess })

/** Ends all sessions of a person. */
export const signPersonOut = defineAction({
  permission,
  input: personInput,
  run: signOutEverywhere,
})

/** Removes all passkeys of a person and ends all sessions. */
export const removePersonPasskeys = defineAction({
  permission,
  input: personInput,
  run: removeAllPasskeys,
})

/** Takes a person's lost second factor away; see `resetSecondFactor`. */
export const resetPersonFactor = defineAction({ permission, input: personInput, run: resetFactor })

/** Forgets a person's failed sign-ins; see `unlockPerson`. */
export const unlockPerson = defineAction({ permission, input: personInput, run: unlock })
