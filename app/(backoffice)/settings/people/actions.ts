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

/** Of all that gives a way in, rights, or more tries; what only takes some away goes without. */
const stepUp = () => ({ kind: 'people' }) as const

/** Makes a person and the link that invites; see `invitePerson`. */
export const invitePerson = defineAction({
  permission,
  input: invitationInput,
  stepUp,
  event: () => ({ event: 'invitation' }),
  run: async (context, input) => invite(await withLanguage(context), input),
})

/** Makes another one-time link for a person; see `makePersonLink`. */
export const makePersonLink = defineAction({
  permission,
  input: personInput,
  stepUp,
  event: ({ personId: subjectId }) => ({ event: 'link_made', subjectId }),
  run: async (context, input) => makeLinkFor(await withLanguage(context), input),
})

async function withLanguage(context: ActionContext) {
  const { locale: language } = await readerOf(context.settings)
  return { ...context, language }
}

/** Gives a person another role; see `changeRole`. */
export const changePersonRole = defineAction({
  permission,
  input: roleInput,
  stepUp,
  event: ({ personId: subjectId }) => ({ event: 'role_change', subjectId }),
  run: giveRole,
})

/** Gives a person other connections to see; see `changeScope`. */
export const changePersonScope = defineAction({
  permission,
  input: scopeInput,
  stepUp,
  event: ({ personId: subjectId }) => ({ event: 'scope_change', subjectId }),
  run: giveScope,
})

/** Disables a person, or enables one again. */
export const setPersonAccess = defineAction({
  permission,
  input: accessInput,
  stepUp: ({ isEnabled }) => (isEnabled ? stepUp() : null),
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

/** Removes all passkeys of a person and ends all sessions. */
export const removePersonPasskeys = defineAction({
  permission,
  input: personInput,
  event: ({ personId: subjectId }) => ({ event: 'passkeys_removed', subjectId }),
  run: removeAllPasskeys,
})

/** Takes a person's lost second factor away, by a one-time link; see `resetSecondFactorByLink`. */
export const resetPersonFactor = defineAction({
  permission,
  input: personInput,
  stepUp,
  event: ({ personId: subjectId }) => ({ event: 'second_factor_reset', subjectId }),
  run: async (context, input) => resetFactor(await withLanguage(context), input),
})

/** Forgets a person's failed sign-ins; see `unlockPerson`. */
export const unlockPerson = defineAction({
  permission,
  input: personInput,
  stepUp,
  event: ({ personId: subjectId }) => ({ event: 'unlock', subjectId }),
  run: unlock,
})
