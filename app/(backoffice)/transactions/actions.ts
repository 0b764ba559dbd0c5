'use server'

import { defineAction } from '@/lib/access/define-action'
import { removeView, saveView } from '@/lib/operations/saved-views'
import { removeViewInput, saveViewInput } from './inputs'

const save = defineAction({
  permission: 'view_transactions',
  input: saveViewInput,
  run: saveView,
})

const remove = defineAction({
  permission: 'view_transactions',
  input: removeViewInput,
  run: removeView,
})

/** Keeps a list under a name; see `saveView`. */
export async function saveListView(input: unknown) {
  return save(input)
}

/** Removes a kept list; see `removeView`. */
export async function removeListView(input: unknown) {
  return remove(input)
}
