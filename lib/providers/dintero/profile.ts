import type { ProviderProfile } from '../provider-profile'

export const DINTERO: ProviderProfile = {
  label: 'Dintero',
  /** Fact sheet §1. */
  origins: ['https://checkout.dintero.com', 'https://api.dintero.com'],
  words: {
    capture: 'capture',
    refund: 'refund',
    void: 'void',
    update_authorization: 'update authorization',
    extend_authorization: 'extend authorization',
  },
  eventWords: null,
  methods: {
    /** Fact sheet §8.3, §10, §11. */
    rules: [
      {
        method: 'klarna.klarna',
        // Klarna's cap, of both of its methods.
        rules: { voidsRest: true, updatesItems: true, extendsTime: true, longestHoldDays: 180 },
      },
      {
        method: 'klarna.billie',
        // Klarna's cap, of both of its methods.
        rules: { voidsRest: true, updatesItems: true, extendsTime: true, longestHoldDays: 180 },
      },
      { method: 'payex.swish', rules: { authorizes: false } },
      { method: 'swish.', rules: { authorizes: false } },
      { method: 'vipps', rules: { voidsRest: true } },
      { method: 'payex.', rules: { voidsRest: true } },
      { method: 'collector.', rules: { lines: 'whole_lines', linesRequired: true } },
      { method: 'instabank.', rules: { linesRequired: true } },
      // At most 35 characters, which ours has by itself.
      { method: 'kravia.', rules: { takesLabel: false } },
    ],
    names: {
      'klarna.klarna': { name: 'Klarna', kind: 'invoice' },
      'klarna.billie': { name: 'Billie', kind: 'invoice' },
      'swish.swish': { name: 'Swish', kind: 'wallet' },
      'santander.debit_account': { name: 'Santander', kind: 'bank' },
      vipps: { name: 'Vipps', kind: 'wallet' },
    },
    families: {
      collector: 'Walley',
      dintero: 'Dintero',
      dintero_psp: 'Dintero',
      instabank: 'Instabank',
      klarna: 'Klarna',
      kravia: 'Kravia',
      netaxept: 'Netaxept',
      payex: 'Swedbank Pay',
      santander: 'Santander',
      seitatech: null,
      swish: 'Swish',
      two: 'Two',
      vipps: 'Vipps',
    },
    ownFamilies: ['dintero', 'dintero_psp'],
    /** Fact sheet §12, which lacks Billie: it runs through Klarna and is taken to behave the same. */
    holdDays: [
      ['klarna.', 28],
      ['collector.', 90],
      ['payex.swish', 0],
      ['swish.', 0],
      ['vipps', 7],
      ['payex.', 7],
      ['bambora.', 7],
      ['dintero_psp.', 7],
      ['netaxept.', 7],
    ],
  },
  privateMembers: [
    'access_token',
    'billing_address',
    'card',
    'customer',
    'customer_ip',
    'shipping_address',
    'shipping_option',
    'store',
    'token',
    'url',
    'user_agent',
    'verified_identity',
  ],
  echoesReference: ['capture', 'refund', 'void', 'update_authorization', 'extend_authorization'],
  listsChanges: true,
  listMissesChanges: true,
  settleWindowMs: 120_000,
  readSpacingMs: 1_000,
  historyGaps: [],
}
