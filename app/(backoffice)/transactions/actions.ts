'use server'

import { defineAction } from '@/lib/access/define-action'
import { removeView } from '@/lib/operations/remove-view'
import { saveView } from '@/lib/operations/save-view'
import { readAgain } from '@/lib/sync/read-again'
import { readAgainInput, removeViewInput, saveViewInput } from './inputs'

/** Keeps a list under a name; see `saveView`. */
export const saveListView = defineAction({
  permission: 'view_transactions',
  input: saveViewInput,
  run: saveView,
})

/** Removes a kept list; see `removeView`. */
export const removeListView = defineAction({
  permission: 'view_transactions',
  input: removeViewInput,
  run: removeView,
})

/** Reads a payment again that could not be read; see `readAgain`. */
export const readPaymentAgain = defineAction({
  permission: 'check_operation',
  input: readAgainInput,
  run: readAgain,
})
