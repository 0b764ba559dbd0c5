import { z } from 'zod'
import type { AccountReader, ContradictionFinder } from '../account-port'

const entityId = z.string().regex(/^[a-f0-9]{32}$/, 'must be 32 lower-case hex characters')

/** Days that a list usually goes back. */
const LIST_DAYS = 90

/**
 * The secret of a connection with what differs from account to account (§4, §12). The connection's
 * account id is the entity id.
 */
export const oppwaSettings = z.strictObject({
  /** Sent as it is, never decoded (§3). */
  accessToken: z.string().min(1),
  environment: z.enum(['test', 'live']),
  /** A second channel of the same merchant; two reads a minute allow no more (§9). */
  otherEntityId: entityId.optional(),
  /** Shown by the portal when a webhook is set up: 32 bytes in hex (§11). */
  webhookKey: z
    .string()
    .regex(/^[a-fA-F0-9]{64}$/, 'must be 64 hex characters')
    .optional(),
  /** The test mode of the first payment, on the test hosts only (§3). */
  testMode: z.enum(['INTERNAL', 'EXTERNAL']).optional(),
  /** Of payments that name none, as declined ones do (§5.7); without it they are not shown. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be three capital letters')
    .optional(),
  /** Off where the first capture, even a partial one, closes the authorization. */
  multipleCaptures: z.boolean().default(true),
  partialReversal: z.boolean().default(false),
  /** True when the rest can be voided after a partial capture (clarification 2). */
  reversesRest: z.boolean().default(true),
  /** Days for which the acquirer usually keeps an authorization (§12). */
  captureDays: z.int().min(1).max(60).default(7),
  /**
   * True when the provider has enabled the search by date, without which there is no list (§6.3).
   */
  dateSearch: z.boolean().default(false),
  /** Days that a list goes back. */
  listDays: z.int().min(1).max(730).default(LIST_DAYS),
  /** Reads of one payment that the provider allows (§9). */
  queriesPerMinute: z.int().min(1).default(2),
})

export type OppwaSettings = z.infer<typeof oppwaSettings>

/** The form of an entity id, which is this provider's account id (§3). */
export const oppwaEntityId = entityId

/**
 * Every entity that the connection reads: its own and the second channel (§3). Test and live have
 * entities of their own, and several hosts lead to the same ones (§2), so that neither host nor
 * environment, which a person could state wrongly, makes an entity another.
 */
export const readOppwaAccount: AccountReader = ({ accountId: typed, secret }) => {
  const { otherEntityId, environment } = oppwaSettings.parse(secret)
  const accountId = typed.replace(/\s/g, '').toLowerCase()
  const accounts = [...new Set([accountId, otherEntityId ?? accountId])].sort()
  return { accountId, accounts, isTest: environment === 'test' }
}

/**
 * Settings of which one makes another impossible, or of no meaning. A second channel is read by the
 * same count as the first (§9), so that a single read never gets to it.
 */
export const findOppwaContradiction: ContradictionFinder = ({ accountId, secret }) => {
  const settings = oppwaSettings.parse(secret)
  const { otherEntityId, queriesPerMinute, testMode, environment } = settings
  if (otherEntityId === accountId.replace(/\s/g, '').toLowerCase()) {
    return { contradiction: 'same_entity', fields: ['otherEntityId'] }
  }
  if (otherEntityId !== undefined && queriesPerMinute < 2) {
    const fields = ['queriesPerMinute', 'otherEntityId'] as const
    return { contradiction: 'one_read_two_entities', fields }
  }
  if (testMode !== undefined && environment === 'live') {
    return { contradiction: 'test_mode_live', fields: ['testMode', 'environment'] }
  }
  if (!settings.dateSearch && settings.listDays !== LIST_DAYS) {
    return { contradiction: 'days_without_list', fields: ['listDays', 'dateSearch'] }
  }
  return null
}
