'use server'

import { z } from 'zod'
import { defineAction } from '@/lib/access/define-action'
import { takeTurn } from '@/lib/access/take-turn'
import { setWebhook, testWebhook } from '@/lib/notices/set-webhook'
import { noticeWebhookInput } from './inputs'

const permission = 'manage_business'

/** It takes order numbers and sums out of the house: as for changes of people. */
const stepUp = () => ({ kind: 'people' }) as const

/** Sets where the business has notices sent. */
export const changeNoticeWebhook = defineAction({
  permission,
  input: noticeWebhookInput,
  stepUp,
  event: () => ({ event: 'setting_change' }),
  run: setWebhook,
})

/** Calls the webhook once with made-up contents. */
export const testNoticeWebhook = defineAction({
  permission,
  input: z.strictObject({}),
  run: async (context) => {
    const turn = await takeTurn(context.database, context.actor.userId, 'webhookTest')
    return turn.ok ? testWebhook(context) : turn
  },
})
