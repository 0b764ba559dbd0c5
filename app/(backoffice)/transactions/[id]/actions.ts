'use server'

import { z } from 'zod'
import { defineAction } from '@/lib/access/define-action'
import { capturePayment } from '@/lib/operations/capture-payment'

const capture = defineAction({
  permission: 'operate:capture',
  input: z.strictObject({
    operationId: z.uuid(),
    transactionId: z.uuid(),
    amountMinor: z.int().positive(),
    currency: z.string().regex(/^[A-Z]{3}$/),
  }),
  run: capturePayment,
})

/** Captures everything that is left of a payment; see `capturePayment`. */
export async function captureTransaction(input: unknown) {
  return capture(input)
}
