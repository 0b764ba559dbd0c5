import { z } from 'zod'
import { database } from '@/db/client'
import { findDatabaseTime } from '@/db/queries/database-time'
import type { Actor } from '@/lib/domain/access/actor'
import { capturePayment } from '@/lib/operations/capture-payment'

const order = z.object({
  actor: z.custom<Actor>(),
  captures: z.array(
    z.object({
      operationId: z.string(),
      transactionId: z.string(),
      currency: z.string(),
      expectedRevision: z.string(),
      amountMinor: z.number(),
    }),
  ),
})

/** What is captured, and by whom. */
export type CaptureOrder = z.infer<typeof order>

/** A process that captures some payments at once, so that it can be killed meanwhile. */
async function main(): Promise<void> {
  const { actor, captures } = order.parse(JSON.parse(process.argv[2] ?? ''))
  console.log('captures: begun')
  await Promise.allSettled(
    captures.map(async ({ amountMinor, ...input }) => {
      const requestedAt = await findDatabaseTime(database())
      const context = { database: database(), actor, requestId: input.operationId, requestedAt }
      const choice = { mode: 'all', amountMinor } as const
      return capturePayment(context, { ...input, choice, label: null })
    }),
  )
  process.exit(0)
}

await main()
