import { z } from 'zod'

/** The secret of a connection: the credentials that Bambora's support has sent. */
export const nativeSecret = z.object({
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
})

export type NativeSecret = z.infer<typeof nativeSecret>
