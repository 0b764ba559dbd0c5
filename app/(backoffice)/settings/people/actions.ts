'use server'

import { defineAction } from '@/lib/access/define-action'
import {
  giveRole,
  invite,
  makeLinkFor,
  setAccess,
  signOutEverywhere,
  unlock,
} from '@/lib/people/manage-people'
import { accessInput, invitationInput, personInput, roleInput } from './inputs'

const permission = 'manage_people'

/** Makes a person and the link that invites; see `invitePerson`. */
export const invitePerson = defineAction({
  permission,
  input: invitationInput,
  event: () => ({ event: 'invitation' }),
  run: invite,
})

/** Makes another one-time link for a person; see `makePersonLink`. */
export const makePersonLink = defineAction({
  permission,
  input: personInput,
  event: ({ personId: subjectId }) => ({ event: 'link_made', subjectId }),
  run: makeLinkFor,
})

/** Gives a person another role; see `changeRole`. */
export const changePersonRole = defineAction({
  permission,
  input: roleInput,
  event: ({ personId: subjectId }) => ({ event: 'role_change', subjectId }),
  run: giveRole,
})

/** Disables a person, or enables one again. */
export const setPersonAccess = defineAction({
  permission,
  input: accessInput,
  event: ({ personId: subjectId, isEnabled }) => ({
    event: isEnabled ? 'enabling' : 'disabling',
    subjectId,
  }),
  run: setAccess,
})

/** Ends all sessions of a person. */
export const signPersonOut = defineAction({
  permission,
  input: personInput,
  event: ({ personId: subjectId }) => ({ event: 'sign_out_everywhere', subjectId }),
  run: signOutEverywhere,
})

/** Forgets a person's failed sign-ins; see `unlockPerson`. */
export const unlockPerson = defineAction({
  permission,
  input: personInput,
  event: ({ personId: subjectId }) => ({ event: 'unlock', subjectId }),
  run: unlock,
})
