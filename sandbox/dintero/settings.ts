import { z } from 'zod'

const refusalStatus = z.union([z.literal(400), z.literal(403), z.literal(409)])
const rule = z.enum(['refuse', 'accept'])

/**
 * Behaviour that Dintero does not document, with the defaults of fact sheet §18. A client has to
 * work with every setting.
 */
export const settingsSchema = z.strictObject({
  /** Order of the list. `random` is shuffled, but in the same order for every page. */
  listOrder: z.enum(['newest-first', 'oldest-first', 'random']),
  /** An unknown `starting_after`, or a `limit` out of range. */
  badCursor: z.enum(['refuse', 'empty-list']),
  /** Line amounts that do not add up to the amount, or a line named twice. */
  itemsMismatch: rule,
  /** A line that the order has not: merchants' plugins add a rounding line when they capture. */
  unknownLine: rule,
  /** More of a line than is left of it, where the rest is known. */
  lineRemainder: rule,
  /** Walley captures part of a line. */
  walleyPartOfLine: rule,
  /** A Klarna or Billie capture without lines. */
  klarnaWithoutItems: rule,
  /** Status for a wrong state or an amount that is too high. */
  refusalStatus,
  /** The payment method refuses, or its authorization has expired. */
  providerFailure: z.enum([
    'status-400',
    'failed-event',
    'accepted-then-failed',
    'status-503',
    'timeout-after-success',
    'timeout-without-effect',
  ]),
  /** True when a failed event has the caller's reference. */
  referenceOnFailedEvent: z.boolean(),
  voidAfterPartCapture: z.enum(['status-unchanged', 'captured']),
  /** Status after a refund of everything captured while a rest is open. */
  refundOfPartCapture: z.enum(['PARTIALLY_CAPTURED_REFUNDED', 'REFUNDED']),
  /** True when a method without a reservation has a CAPTURE event for its immediate capture. */
  captureEventOfDirect: z.boolean(),
  authorizationEvent: z.enum(['AUTHORIZE', 'UPDATE_AUTHORIZATION']),
  /** Klarna refuses an update: 409 and a failed event, or 200 with the failed event. */
  authorizationRefusal: z.enum(['status-409', 'failed-event']),
  lowerAuthorization: rule,
  /** An amount update after a partial capture. */
  updateAfterPartCapture: rule,
  /** Capture after the authorization expired; `failed` also moves the status to FAILED. */
  expiredAuthorization: z.enum(['stays-authorized', 'failed', 'ignored']),
  /** Operations that are only accepted (202), as `<type>:<operation>`, e.g. `swish.swish:refund`. */
  acceptedOperations: z.array(z.string().regex(/^[a-z0-9_.]+:(capture|refund|void)$/)),
  /** Time until an accepted operation is closed. */
  pendingMs: z.int().min(0).max(86_400_000),
  secondWhilePending: z.enum(['refuse-409', 'refuse-400', 'refuse-503', 'accept']),
  tokenLifetimeS: z.int().min(1).max(86_400),
  /** Token requests a client may make in a minute; null means any number. */
  tokenRequestsPerMinute: z.int().min(1).nullable(),
  /** A wrong secret, or the account of another client. */
  wrongSecretStatus: z.union([z.literal(401), z.literal(403)]),
  /** A token that is missing, unknown or expired. */
  rejectedTokenStatus: z.union([z.literal(401), z.literal(403)]),
  /** Deliveries of webhooks and callbacks are repeated after 1 s, 2 s, 4 s and so on. */
  callbackRetry: z.enum(['on', 'off']),
})

export type Settings = z.infer<typeof settingsSchema>

/** Settings of a new ledger. */
export const DEFAULT_SETTINGS: Settings = {
  listOrder: 'newest-first',
  badCursor: 'refuse',
  itemsMismatch: 'refuse',
  unknownLine: 'accept',
  lineRemainder: 'refuse',
  walleyPartOfLine: 'refuse',
  klarnaWithoutItems: 'accept',
  refusalStatus: 400,
  providerFailure: 'status-400',
  referenceOnFailedEvent: true,
  voidAfterPartCapture: 'status-unchanged',
  refundOfPartCapture: 'PARTIALLY_CAPTURED_REFUNDED',
  captureEventOfDirect: true,
  authorizationEvent: 'AUTHORIZE',
  authorizationRefusal: 'status-409',
  lowerAuthorization: 'accept',
  updateAfterPartCapture: 'accept',
  expiredAuthorization: 'stays-authorized',
  acceptedOperations: [],
  pendingMs: 2000,
  secondWhilePending: 'refuse-409',
  tokenLifetimeS: 14_400,
  tokenRequestsPerMinute: null,
  wrongSecretStatus: 401,
  rejectedTokenStatus: 401,
  callbackRetry: 'on',
}
