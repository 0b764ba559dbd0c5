import type { MethodRules } from '@/lib/domain/provider/method-rules'
import type { ProviderProfile } from '../provider-profile'

/** A partner's invoice: parts only in its own portal, refunds by whole lines (fact sheet §7.5). */
const INVOICE: Partial<MethodRules> = {
  lines: 'whole_lines',
  linesRequired: true,
  wholeWithoutLines: true,
  capturesWholeOnly: true,
}

export const BAMBORA_CHECKOUT: ProviderProfile = {
  label: 'Bambora Checkout',
  /** The host that reads; the hosts of the other services follow from it (§2). */
  origins: ['https://merchant-v1.api-eu.bambora.com'],
  words: { capture: 'capture', refund: 'credit', void: 'delete' },
  eventWords: null,
  methods: {
    rules: [
      { method: 'bambora.walley', rules: INVOICE },
      { method: 'bambora.klarna', rules: INVOICE },
    ],
    names: {
      'bambora.american_express': { name: 'American Express', family: 'bambora', kind: 'card' },
      'bambora.dankort': { name: 'Dankort', family: 'bambora', kind: 'card' },
      'bambora.jcb': { name: 'JCB', family: 'bambora', kind: 'card' },
      'bambora.klarna': { name: 'Klarna', family: 'bambora', kind: 'invoice' },
      'bambora.maestro': { name: 'Maestro', family: 'bambora', kind: 'card' },
      'bambora.mastercard': { name: 'Mastercard', family: 'bambora', kind: 'card' },
      'bambora.visa': { name: 'Visa', family: 'bambora', kind: 'card' },
      'bambora.visa_dankort': { name: 'Visa/Dankort', family: 'bambora', kind: 'card' },
      'bambora.walley': { name: 'Walley', family: 'bambora', kind: 'invoice' },
    },
    families: { bambora: 'Worldline' },
    ownFamilies: ['bambora'],
    holdDays: [],
  },
  privateMembers: ['customer', 'shippingaddress', 'token', 'url'],
  /**
   * Nothing that we send comes back: operations without a response are settled by the totals (§8).
   */
  echoesReference: [],
  listsChanges: false,
  listMissesChanges: true,
  settleWindowMs: 120_000,
  readSpacingMs: 1_000,
  historyGaps: [],
}
