'use server'

import { defineAction } from '@/lib/access/define-action'
import { changeOwnPassword } from '@/lib/people/change-own-password'
import { changeOwnSettings } from '@/lib/people/change-own-settings'
import { endOwnSession } from '@/lib/people/end-own-session'
import { ownPasswordInput, ownSessionInput, ownSettingsInput } from './inputs'

/** Changes name, language, time zone or theme of who asks; see `changeOwnSettings`. */
export const changeSettings = defineAction({
  permission: 'view_transactions',
  input: ownSettingsInput,
  run: changeOwnSettings,
})

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
