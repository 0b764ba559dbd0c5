import type { ProviderProfile } from '../provider-profile'

export const BAMBORA_NATIVE: ProviderProfile = {
  label: 'Bambora Native',
  /** Payments, and tokens (fact sheet §2). */
  origins: ['https://api.bambora.com', 'https://auth.bambora.com'],
  words: { capture: 'capture', refund: 'refund', void: 'cancel' },
  eventWords: null,
  methods: {
    /** Cards only, and all alike: no items, no void of a rest (§6.3, §7). */
    rules: [],
    names: {
      'card.mastercard': { name: 'Mastercard', kind: 'card' },
      'card.visa': { name: 'Visa', kind: 'card' },
    },
    families: { card: null },
    ownFamilies: ['bambora'],
    /** The provider's own estimate (§11). */
    holdDays: [['card.', 7]],
  },
  privateMembers: ['access_token', 'card', 'token'],
  /** Comments seem to come back, but it is not documented (§6.1). */
  echoesReference: [],
  listsChanges: false,
  listMissesChanges: false,
  settleWindowMs: 120_000,
  readSpacingMs: 1_000,
  /** The API names no person, and the portal's doings never reach it (§1). */
  historyGaps: ['who', 'portal'],
}
