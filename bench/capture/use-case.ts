import { randomUUID } from 'node:crypto'
import { database } from '@/db/client'
import { findUserByEmail } from '@/db/queries/access/users'
import type { Actor } from '@/lib/domain/access/actor'
import { capturePayment } from '@/lib/operations/capture-payment'
import { contextOf } from '@/testing/context-of'
import { AMOUNT_MINOR, CURRENCY } from './payments'
import type { Capture } from './people'

const EMAIL = 'staff@paydesk.example'

/** Captures with the use case alone, without HTTP, session or form. */
export async function useCaseCapture(): Promise<Capture> {
  const user = await findUserByEmail(database(), EMAIL)
  if (user === null) throw new Error('the demo has no staff')
  const actor: Actor = {
    userId: user.id,
    sessionId: randomUUID(),
    name: user.name,
    email: EMAIL,
    role: 'staff',
    scope: 'all',
  }
  return async (payment) => {
    const result = await capturePayment(contextOf(database(), actor), {
      operationId: randomUUID(),
      transactionId: payment.id,
      currency: CURRENCY,
      expectedRevision: payment.moneyRevision,
      choice: { mode: 'all', amountMinor: AMOUNT_MINOR },
      label: null,
    })
    if (!result.ok) throw new Error(result.error.message ?? result.error.code)
    if (result.value.state !== 'succeeded') throw new Error(`it ended as ${result.value.state}`)
  }
}
