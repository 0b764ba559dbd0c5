'use server'

import { defineAction } from '@/lib/access/define-action'
import { chooseOwnNotices, readOwnNotices } from '@/lib/notices/own-notices'
import { noticeChoiceInput, readNoticesInput } from './inputs'

/** Marks notices of who asks as read. */
export const readNotices = defineAction({
  permission: 'view_transactions',
  input: readNoticesInput,
  run: readOwnNotices,
})

/** Chooses how a kind of notice reaches who asks. */
export const chooseNotices = defineAction({
  permission: 'view_transactions',
  input: noticeChoiceInput,
  event: () => ({ event: 'own_settings_change' }),
  run: chooseOwnNotices,
})
