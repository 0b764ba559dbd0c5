'use server'

import { defineAction } from '@/lib/access/define-action'
import {
  giveRole,
  invite,
  makeLinkFor,
  resetFactor,
  setAccess,
  signOutEverywhere,
  unlock,
} from '@/lib/people/manage-people'
import { accessInput, invitationInput, personInput, roleInput } from './inputs'

const permission = 'manage_people'

/** Makes a person and the link that invites; see `invitePerson`. */
export const invitePerson = defineAction({ permission, input: invitationInput, run: invite })

/** Makes another one-time link for a person; see `makePersonLink`. */
export const makePersonLink = defineAction({ permission, input: personInput, run: makeLinkFor })

/** Gives a person another role; see `changeRole`. */
export const changePersonRole = defineAction({ permission, input: roleInput, run: giveRole })

/** Disables a person, or enables one again. */
export const setPersonAccess = defineAction({ permission, input: accessInput, run: setAccess })

/** Ends all sessions of a person. */
export const signPersonOut = defineAction({
  permission,
  input: personInput,
  run: signOutEverywhere,
})

/** Takes a person's lost second factor away; see `resetSecondFactor`. */
export const resetPersonFactor = defineAction({ permission, input: personInput, run: resetFactor })

/** Forgets a person's failed sign-ins; see `unlockPerson`. */
export const unlockPerson = defineAction({ permission, input: personInput, run: unlock })
