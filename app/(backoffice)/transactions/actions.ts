'use server'

import { defineAction } from '@/lib/access/define-action'
import { removeView } from '@/lib/operations/remove-view'
import { saveView } from '@/lib/operations/save-view'
import { removeViewInput, saveViewInput } from './inputs'

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
