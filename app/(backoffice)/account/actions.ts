'use server'

import { defineAction } from '@/lib/access/define-action'
import { keepBrowserKey, readBrowserKey } from '@/lib/access/passkeys/browser-key'
import { changeOwnPassword } from '@/lib/people/change-own-password'
import { changeOwnSettings } from '@/lib/people/change-own-settings'
import { endOwnSession } from '@/lib/people/end-own-session'
import { confirmSetUp, makeNewCodes, startSetUp, turnOff } from '@/lib/people/own-second-factor'
import { addOwnPasskey, startOwnPasskey } from '@/lib/people/passkeys/add-own-passkey'
import { removeOwnPasskey, renameOwnPasskey } from '@/lib/people/passkeys/change-own-passkeys'
import {
  firstCodeInput,
  ownPasswordInput,
  ownProofInput,
  ownSessionInput,
  ownSettingsInput,
  passkeyInput,
  passkeyNameInput,
  passkeyRemovalInput,
  passkeyStartInput,
  setUpInput,
} from './inputs'

/**
 * Who has a second factor adds another one, or removes a passkey, only after showing it: a new one
 * would stand in for it, and without any the next one would be the first.
 */
const ownFactor = () => ({ kind: 'own_factor' }) as const

/** Changes name, language, time zone or theme of who asks; see `changeOwnSettings`. */
export const changeSettings = defineAction({
  permission: 'view_transactions',
  input: ownSettingsInput,
  event: () => ({ event: 'own_settings_change' }),
  run: changeOwnSettings,
})

/** Changes the password of who asks; see `changeOwnPassword`. */
export const changePassword = defineAction({
  permission: 'view_transactions',
  input: ownPasswordInput,
  event: () => ({ event: 'password_change' }),
  run: changeOwnPassword,
})

/** Signs who asks out of another browser. */
export const signOutBrowser = defineAction({
  permission: 'view_transactions',
  input: ownSessionInput,
  event: () => ({ event: 'browser_sign_out' }),
  run: endOwnSession,
})

/** Asks this browser to have a passkey made, after the current password. */
export const startPasskey = defineAction({
  permission: 'view_transactions',
  input: passkeyStartInput,
  stepUp: ownFactor,
  event: () => ({ event: 'passkey_start' }),
  run: async (context, input) => startOwnPasskey(context, input, await keepBrowserKey()),
})

/** Adds the passkey that the browser's device has made. */
export const addPasskey = defineAction({
  permission: 'view_transactions',
  input: passkeyInput,
  event: () => ({ event: 'passkey_added' }),
  run: async (context, input) => addOwnPasskey(context, input, await readBrowserKey()),
})

/** Gives one of one's own passkeys another name. */
export const renamePasskey = defineAction({
  permission: 'view_transactions',
  input: passkeyNameInput,
  event: () => ({ event: 'passkey_renamed' }),
  run: renameOwnPasskey,
})

/** Removes one of one's own passkeys, after the current password. */
export const removePasskey = defineAction({
  permission: 'view_transactions',
  input: passkeyRemovalInput,
  stepUp: ownFactor,
  event: () => ({ event: 'passkey_removed' }),
  run: removeOwnPasskey,
})

/** Begins to set up an authenticator app. */
export const startSecondFactor = defineAction({
  permission: 'view_transactions',
  isForSetUp: true,
  input: setUpInput,
  stepUp: ownFactor,
  event: () => ({ event: 'second_factor_start' }),
  run: startSetUp,
})

/** Turns the second factor on by a first code. */
export const confirmSecondFactor = defineAction({
  permission: 'view_transactions',
  isForSetUp: true,
  input: firstCodeInput,
  event: () => ({ event: 'second_factor_on' }),
  run: confirmSetUp,
})

/** Makes new recovery codes. */
export const makeRecoveryCodes = defineAction({
  permission: 'view_transactions',
  input: ownProofInput,
  event: () => ({ event: 'recovery_codes_made' }),
  run: makeNewCodes,
})

/** Turns the second factor off. */
export const turnSecondFactorOff = defineAction({
  permission: 'view_transactions',
  input: ownProofInput,
  event: () => ({ event: 'second_factor_off' }),
  run: turnOff,
})
