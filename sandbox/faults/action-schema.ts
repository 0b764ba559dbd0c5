import { z } from 'zod'

const DAY_MS = 86_400_000
const ms = z.int().min(0).max(DAY_MS)
const when = z.enum(['before', 'after'])

/** Faults of one call. "Before" and "after" refer to the effect in the ledger. */
export const faultActionSchema = z.discriminatedUnion('type', [
  /** Waits before the effect, between effect and response, or both. */
  z.strictObject({ type: z.literal('delay'), beforeMs: ms.default(0), afterMs: ms.default(0) }),
  /** Destroys the connection without a response. */
  z.strictObject({ type: z.literal('drop'), when: when.default('after') }),
  /** Never responds: the client runs into its own time limit. */
  z.strictObject({ type: z.literal('hang'), when: when.default('after') }),
  /** Responds with another status; a body that is text is sent unchanged. */
  z.strictObject({
    type: z.literal('status'),
    status: z.int().min(200).max(599),
    body: z.unknown().optional(),
    headers: z.record(z.string(), z.string()).default({}),
    when: when.default('before'),
  }),
  /** Responds with an unreadable body. */
  z.strictObject({
    type: z.literal('malformed'),
    kind: z.enum(['json', 'html', 'empty', 'truncated']),
    when: when.default('after'),
  }),
  /** Announces the whole body, sends half of it and destroys the connection. */
  z.strictObject({ type: z.literal('reset-mid-body') }),
  /** Sends the body slowly. */
  z.strictObject({ type: z.literal('slow-drip'), bytesPerSecond: z.int().min(1) }),
  /** Pads the body with blanks to at least this size. */
  z.strictObject({ type: z.literal('oversized'), bytes: z.int().min(1).max(1_073_741_824) }),
  /** Responds correctly, then closes the kept-alive connection without notice. */
  z.strictObject({ type: z.literal('stale-connection'), afterMs: ms.default(0) }),
  /** Responds with another amount, currency, id or status than in the ledger. */
  z.strictObject({
    type: z.literal('alter'),
    set: z.strictObject({
      amount: z.int().optional(),
      currency: z.string().optional(),
      id: z.string().optional(),
      status: z.string().optional(),
    }),
  }),
  /** Only accepts the operation; it ends later, or never. */
  z.strictObject({
    type: z.literal('accepted'),
    closeAfterMs: ms.default(2000),
    closeAs: z.enum(['done', 'refused', 'never']).default('done'),
  }),
  /** The payment method behind the provider refuses. */
  z.strictObject({
    type: z.literal('refuse'),
    as: z.enum(['status-400', 'failed-event']).default('status-400'),
  }),
  /** The effect happens, but reads show the state before it for a while. */
  z.strictObject({ type: z.literal('lag'), ms }),
  /** Responds to this call as if its token had expired. */
  z.strictObject({ type: z.literal('expire-token') }),
])

/** One fault, checked and with its defaults filled in. */
export type FaultAction = z.infer<typeof faultActionSchema>

/** One fault, or several that hit the same call together (e.g. lag and drop). */
export const faultActionsSchema = z
  .union([faultActionSchema, z.array(faultActionSchema).min(1)])
  .transform((actions) => (Array.isArray(actions) ? actions : [actions]))
