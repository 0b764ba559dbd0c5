import { z } from 'zod'

const status = z.union([z.literal(200), z.literal(400)])

/**
 * Behaviour that differs between accounts or is undocumented (fact sheet §15, §16). A client has to
 * work with every setting.
 */
export const settingsSchema = z.strictObject({
  /** HTTP status of `700.*` failures. */
  workflowFailureStatus: status,
  /** HTTP status of declines. */
  declineStatus: status,
  /** HTTP status for a token that is not accepted. */
  rejectedTokenStatus: z.union([z.literal(401), z.literal(403)]),
  /**
   * True when an authorization allows several captures; otherwise the first, even a partial one,
   * closes it.
   */
  multipleCaptures: z.boolean(),
  partialReversal: z.boolean(),
  /** A reversal of an authorization that is partly captured. */
  reversalAfterCapture: z.enum(['release', 'refuse']),
  /** Hours for which a charge can be reversed instead of refunded. */
  reversalCutoffHours: z.number().min(0),
  singleRefund: z.boolean(),
  overRefund: z.boolean(),
  /** Days for which an authorization can be captured; null means for ever. */
  captureDays: z.number().min(0).nullable(),
  /** Brands whose refunds are confirmed later. */
  asyncRefundBrands: z.array(z.string()),
  /** Time until a pending operation is closed. */
  pendingMs: z.int().min(0).max(86_400_000),
  /** True when responses to operations name their payment. */
  referencedIdInResponses: z.boolean(),
  /** Response to an amount with a wrong form. */
  amountError: z.enum(['200.300.404', '100.550.303']),
  /** A reversal that brings `amount` and `currency`, both empty. */
  emptyAmountOfReversal: z.enum(['refuse', 'accept']),
  /** The id in the response to a decline that the caller has forced. */
  idOfForcedDecline: z.enum(['absent', 'present']),
  reportsEnabled: z.boolean(),
  dateSearch: z.boolean(),
  /** What the list answers after its last page. */
  emptyPage: z.enum(['not-found', 'empty']),
  /** False when the list holds first payments without what refers to them, whatever is requested. */
  linkedInList: z.boolean(),
  /**
   * True when the newer reports also hold what is no payment: a risk check and a registration,
   * neither of which refers to anything.
   */
  strayEntries: z.boolean(),
  /** Types that a receipt may refer to. */
  receiptTargets: z.array(z.enum(['PA', 'DB', 'CP', 'RB'])),
  /** Name of the list in the newer reports. */
  listField: z.enum(['payments', 'records']),
  /** Order of a report's entries, which is not documented. */
  reportOrder: z.enum(['oldest-first', 'newest-first']),
  /** The largest page of the list; a larger `limit` gives no more payments. */
  largestPage: z.int().min(1).max(1000),
  /** Queries for one id or reference in a minute; null means any number. */
  queriesPerMinute: z.int().min(1).nullable(),
  throttledStatus: z.union([z.literal(429), z.literal(400)]),
  /** Length of a minute in the retry plan of webhooks. */
  webhookMinuteMs: z.int().min(1),
})

export type Settings = z.infer<typeof settingsSchema>

/** Settings of a new ledger. */
export const DEFAULT_SETTINGS: Settings = {
  workflowFailureStatus: 400,
  declineStatus: 400,
  rejectedTokenStatus: 403,
  multipleCaptures: true,
  partialReversal: false,
  reversalAfterCapture: 'release',
  reversalCutoffHours: 24,
  singleRefund: false,
  overRefund: false,
  captureDays: 30,
  asyncRefundBrands: ['KNET'],
  pendingMs: 2000,
  referencedIdInResponses: true,
  amountError: '200.300.404',
  emptyAmountOfReversal: 'refuse',
  idOfForcedDecline: 'absent',
  reportsEnabled: true,
  dateSearch: true,
  emptyPage: 'not-found',
  linkedInList: true,
  strayEntries: false,
  receiptTargets: ['PA'],
  listField: 'payments',
  reportOrder: 'oldest-first',
  largestPage: 500,
  queriesPerMinute: 2,
  throttledStatus: 429,
  webhookMinuteMs: 60_000,
}
