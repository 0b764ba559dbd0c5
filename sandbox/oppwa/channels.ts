import { z } from 'zod'

/** A channel of a merchant: its entity id, and the token that may use it (fact sheet §3). */
export const channelSchema = z.strictObject({
  entityId: z.string().regex(/^[a-f0-9]{32}$/),
  token: z.string().min(1),
  /** A live channel has live result codes. */
  live: z.boolean().default(false),
})

export type Channel = z.infer<typeof channelSchema>

export const DEMO_ENTITY = '8ac7a4ca7a11000001900000000000d1'
export const DEMO_TOKEN = 'OGFjN2E0Y2E3YTExfHBheWRlc2stZGVtbw=='

export const SECOND_ENTITY = '8ac7a4ca7a11000001900000000000d2'
const LIVE_ENTITY = '8ac7a4ca7a1100000190000000000011'

/** Channels that every ledger starts with: two of one merchant, and a live one of another. */
export const SEEDED_CHANNELS: readonly Channel[] = [
  { entityId: DEMO_ENTITY, token: DEMO_TOKEN, live: false },
  { entityId: SECOND_ENTITY, token: DEMO_TOKEN, live: false },
  { entityId: LIVE_ENTITY, token: 'OGFjN2E0Y2E3YTExfHBheWRlc2stbGl2ZQ==', live: true },
]
