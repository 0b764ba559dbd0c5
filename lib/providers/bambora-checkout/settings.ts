import { z } from 'zod'

/** The secret of a connection: one API user, and the key that signs the merchant's callbacks (§3). */
export const bamboraCheckoutSecret = z.object({
  accessToken: z.string().min(1),
  secretToken: z.string().min(1),
  md5Key: z.string().min(1).optional(),
})

export type BamboraCheckoutSecret = z.infer<typeof bamboraCheckoutSecret>
