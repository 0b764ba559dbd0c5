'use server'

import { defineAction } from '@/lib/access/define-action'
import { changeOwnPassword } from '@/lib/people/change-own-password'
import { endOwnSession } from '@/lib/people/end-own-session'
import { ownPasswordInput, ownSessionInput } from './inputs'

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
