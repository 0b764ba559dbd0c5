import { z } from 'zod'

const rule = z.enum(['refuse', 'accept'])

/**
 * Behaviour that is undocumented or documented in two ways, with the defaults of the fact sheet
 * (§6, §14). A client has to work with every setting.
 */
export const settingsSchema = z.strictObject({
  /** The payment object of the guides, or the one of the API description (§6.1, §6.2). */
  shape: z.enum(['operations', 'captures']),
  /** An operation carries the comment that was sent with it. */
  echoesComment: z.boolean(),
  /** A failed operation stays in the list with `success: false`. */
  listsFailures: z.boolean(),
  timestamps: z.enum(['iso', 'without-zone', 'epoch-seconds']),
  /**
   * Amount or currency left out: refused, as the schema has it, or all that is left in the payment's
   * currency, as the text has it (§7.1, §7.3).
   */
  leftOut: z.enum(['refuse', 'everything']),
  furtherCaptures: rule,
  furtherRefunds: rule,
  refundOfSettled: rule,
  stateAfterPartCapture: z.enum(['Captured', 'Authorized']),
  stateAfterPartRefund: z.enum(['Refunded', 'Captured']),
  /** More than is left: 402 with the operation's own type, or 422. */
  tooMuch: z.union([z.literal(402), z.literal(422)]),
  /** The type of a refused cancel; the provider's own table names the wrong one (§8). */
  cancelRefusal: z.enum(['cannot_cancel', 'cannot_authorize']),
  /** One documented error type ends in a blank. */
  typeEndsInBlank: z.boolean(),
  /** A URL without its last slash. */
  missingSlash: z.enum(['not-found', 'redirect']),
  tokenLifetimeS: z.int().min(1).max(86_400),
  /** The token response has `expires_in`. */
  includesTokenLifetime: z.boolean(),
  tokenRefusalStatus: z.union([z.literal(400), z.literal(401)]),
  /** Reads show operations of the web portal, contrary to the provider's documentation (§1). */
  showsPortal: z.boolean(),
})

export type Settings = z.infer<typeof settingsSchema>

/** Settings of a new ledger. */
export const DEFAULT_SETTINGS: Settings = {
  shape: 'operations',
  echoesComment: true,
  listsFailures: true,
  timestamps: 'iso',
  leftOut: 'refuse',
  furtherCaptures: 'refuse',
  furtherRefunds: 'accept',
  refundOfSettled: 'accept',
  stateAfterPartCapture: 'Captured',
  stateAfterPartRefund: 'Refunded',
  tooMuch: 402,
  cancelRefusal: 'cannot_cancel',
  typeEndsInBlank: false,
  missingSlash: 'not-found',
  tokenLifetimeS: 3600,
  includesTokenLifetime: true,
  tokenRefusalStatus: 400,
  showsPortal: false,
}
