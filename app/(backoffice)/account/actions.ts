'use server'

import { defineAction } from '@/lib/access/define-action'
import { changeOwnPassword } from '@/lib/people/change-own-password'
import { endOwnSession } from '@/lib/people/end-own-session'
import { confirmSetUp, makeNewCodes, startSetUp, turnOff } from '@/lib/people/own-second-factor'
import {
  firstCodeInput,
  ownPasswordInput,
  ownProofInput,
  ownSessionInput,
  setUpInput,
} from './inputs'

/** Changes the password of who asks; see `changeOwnPassword`. */
export const changePassword = defineAction({
  permission: 'view_transactions',
  input: ownPasswordInput,
  run: changeOwnPassword,
})

/** Signs who asks out of another browser. */
export const signOutBrowser = defineAction({
  permission: 'view_transactions',
  input: ownSessionInput,
  run: endOwnSession,
})

/** Begins to set up an authenticator app. */
export const startSecondFactor = defineAction({
  permission: 'view_transactions',
  isForSetUp: true,
  input: setUpInput,
  run: startSetUp,
})

/** Turns the second factor on by a first code. */
export const confirmSecondFactor = defineAction({
  permission: 'view_transactions',
  isForSetUp: true,
  input: firstCodeInput,
  run: confirmSetUp,
})

/** Makes new recovery codes. */
export const makeRecoveryCodes = defineAction({
  permission: 'view_transactions',
  input: ownProofInput,
  run: makeNewCodes,
})

/** Turns the second factor off. */
export const turnSecondFactorOff = defineAction({
  permission: 'view_transactions',
  input: ownProofInput,
  run: turnOff,
})
