'use server'

import { z } from 'zod'
import { defineAction } from '@/lib/access/define-action'
import { keepBrowserKey, readBrowserKey } from '@/lib/access/passkeys/browser-key'
import {
  startPasskeyStepUp,
  stepUpByPasskey as proveByPasskey,
} from '@/lib/access/passkeys/step-up-by-passkey'
import { readAddress } from '@/lib/access/request-runtime'
import { stepUpWithCode as proveWithCode } from '@/lib/access/second-factor/step-up-with-code'
import { passkeyStepUpInput, stepUpCodeInput } from './inputs'

/** Proves the second factor of who asks anew, by a code. */
export const stepUpWithCode = defineAction({
  permission: 'view_transactions',
  isForSetUp: true,
  input: stepUpCodeInput,
  event: () => ({ event: 'step_up' }),
  run: async (context, input) => proveWithCode(context, input, await readAddress()),
})

/** Asks this browser for a passkey of who asks. */
export const startStepUpByPasskey = defineAction({
  permission: 'view_transactions',
  isForSetUp: true,
  input: z.null(),
  run: async (context) => startPasskeyStepUp(context, await keepBrowserKey()),
})

/** Proves the second factor of who asks anew, by what the browser's device has signed. */
export const stepUpByPasskey = defineAction({
  permission: 'view_transactions',
  isForSetUp: true,
  input: passkeyStepUpInput,
  event: () => ({ event: 'step_up' }),
  run: async (context, input) => proveByPasskey(context, input, await readBrowserKey()),
})
