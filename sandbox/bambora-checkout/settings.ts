import { z } from 'zod'

const rule = z.enum(['refuse', 'accept'])

/**
 * Behaviour that Bambora does not document, with the defaults of fact sheet §14. A client has to
 * work with every setting.
 */
export const settingsSchema = z.strictObject({
  /** Letter case of statuses, actions and subactions. */
  letterCase: z.enum(['lower', 'capitalized']),
  /** HTTP status of a response whose `meta.result` is false. */
  failureStatus: z.union([
    z.literal(200),
    z.literal(400),
    z.literal(403),
    z.literal(404),
    z.literal(500),
  ]),
  /** Response to wrong credentials. */
  badCredentials: z.enum(['status-401', 'empty-401', 'result-false']),
  /** Refused attempts stay in the history with the status `declined`. */
  declinedInHistory: z.boolean(),
  /** An amount in quotation marks: documented examples have it, the description wants a number. */
  amountAsText: rule,
  /** A capture or credit of 0. */
  zeroAmount: rule,
  /** A currency other than that of the authorization. */
  otherCurrency: rule,
  /** The name of the capture that takes the last of several parts. */
  lastOfSeveral: z.enum(['full', 'multi']),
  /** Ids are repeated as JSON numbers, which a float rounds. */
  idTwins: z.boolean(),
  /** A list with one element is sent as that element. */
  bareSingles: z.boolean(),
  /** `meta.action` of a success. */
  actionOnSuccess: z.enum(['empty', 'null']),
  /** Digits of a second's fraction in times. */
  timeFraction: z.union([z.literal(3), z.literal(7)]),
  /** Time of the release: immediately, or some time after the delete. */
  deletes: z.enum(['instant', 'delay']),
  /** Part of an invoice is captured, or part of an invoice line credited. */
  invoiceParts: rule,
  /** A capture of an invoice that names no lines. */
  captureWithoutLines: rule,
  /** The largest page of the list; a larger `pagesize` gives no more. */
  largestPage: z.int().min(1).max(1000),
  /** End of the list: without a key, with an empty page after it, or with its last page again. */
  listEnd: z.enum(['no-key', 'empty-page', 'repeats']),
  /** Operations name the API user that asked for them, have null in its place, or no such field. */
  namesUsers: z.enum(['named', 'null', 'absent']),
  /** A pending operation that is refused stays in the history as declined, or vanishes from it. */
  failedPending: z.enum(['declined', 'vanishes']),
  /** `total.authorized` of a payment that was declined or is locked: nothing, or what was asked. */
  authorizedOfDeclined: z.enum(['none', 'asked']),
  /** Time until an accepted operation ends. */
  pendingMs: z.int().min(0).max(86_400_000),
  /** Pause between two tries of a callback; none when `off`. */
  callbackRetry: z.enum(['on', 'off']),
  callbackPauseMs: z.int().min(1).max(86_400_000),
})

export type Settings = z.infer<typeof settingsSchema>

/** Settings of a new ledger. */
export const DEFAULT_SETTINGS: Settings = {
  letterCase: 'lower',
  failureStatus: 200,
  badCredentials: 'status-401',
  declinedInHistory: true,
  amountAsText: 'refuse',
  zeroAmount: 'refuse',
  otherCurrency: 'refuse',
  lastOfSeveral: 'full',
  idTwins: true,
  bareSingles: false,
  actionOnSuccess: 'empty',
  timeFraction: 3,
  deletes: 'instant',
  invoiceParts: 'refuse',
  captureWithoutLines: 'accept',
  largestPage: 50,
  listEnd: 'no-key',
  namesUsers: 'named',
  failedPending: 'declined',
  authorizedOfDeclined: 'none',
  pendingMs: 2000,
  callbackRetry: 'on',
  callbackPauseMs: 3_600_000,
}
