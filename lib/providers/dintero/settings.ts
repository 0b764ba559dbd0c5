import { z } from 'zod'

/** The secret of a Dintero connection: one API client of the account, and what its calls to us are signed with. */
export const dinteroSecret = z.object({
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  /** Of the account's webhook subscription (fact sheet §13.3). */
  webhookSecret: z.string().min(1).optional(),
  /** Of the account's callback signature (fact sheet §13.2). */
  callbackSecret: z.string().min(1).optional(),
})

export type DinteroSecret = z.infer<typeof dinteroSecret>
