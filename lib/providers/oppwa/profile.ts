import type { MethodRules } from '@/lib/domain/provider/method-rules'
import type { ProviderProfile } from '../provider-profile'

/** Each capture there is a payment of its own, and a refund is sent to one of them (§4). */
const BY_CHARGE: Partial<MethodRules> = { voidsRest: true, refundsOneCharge: true }

/** The platform's payment types (§4). */
const TYPES = {
  CP: 'capture (CP)',
  DB: 'debit (DB)',
  RF: 'refund (RF)',
  RV: 'reversal (RV)',
  RB: 'rebill (RB)',
  CD: 'stand-alone credit (CD)',
  RC: 'receipt (RC)',
  CB: 'chargeback (CB)',
  CR: 'chargeback reversal (CR)',
} as const

/** Hosts of the platform and its resellers on which no money moves (§2). */
export const TEST_ORIGINS: readonly string[] = [
  'https://eu-test.oppwa.com',
  'https://test.oppwa.com',
  'https://test.vr-pay-ecommerce.de',
  'https://sandbox-card.peachpayments.com',
]

/** Hosts on which money moves. */
export const LIVE_ORIGINS: readonly string[] = [
  'https://eu-prod.oppwa.com',
  'https://oppwa.com',
  'https://vr-pay-ecommerce.de',
  'https://card.peachpayments.com',
]

export const OPPWA: ProviderProfile = {
  label: 'Open Payment Platform',
  origins: [...TEST_ORIGINS, ...LIVE_ORIGINS],
  words: {
    capture: TYPES.CP,
    refund: TYPES.RF,
    void: TYPES.RV,
    charge_again: TYPES.RB,
    pay_out: TYPES.CD,
    confirm_receipt: TYPES.RC,
  },
  eventWords: TYPES,
  methods: {
    /**
     * By brand (§4, clarification 2). Whether the rest can be voided after a capture varies by
     * account, so it is offered and the account's setting decides. The fact sheet has no list of
     * brands that are paid by bank transfer; prepayment and invoice are by their names.
     */
    rules: [
      { method: 'oppwa.knet', rules: { authorizes: false } },
      { method: 'oppwa.mada', rules: { authorizes: false } },
      { method: 'oppwa.sofortueberweisung', rules: { authorizes: false, refunds: false } },
      { method: 'oppwa.prepayment', rules: { ...BY_CHARGE, confirmsReceipts: true } },
      { method: 'oppwa.invoice', rules: { ...BY_CHARGE, confirmsReceipts: true } },
      { method: 'oppwa.', rules: { ...BY_CHARGE, chargesAgain: true, paysOut: true } },
    ],
    names: {},
    families: { oppwa: 'Open Payment Platform' },
    ownFamilies: ['oppwa'],
    /** A setting of the account (§12). */
    holdDays: [],
  },
  privateMembers: [
    'bankAccount',
    'billing',
    'card',
    'customer',
    'shipping',
    'token',
    'virtualAccount',
  ],
  echoesReference: ['capture', 'refund', 'void', 'charge_again', 'pay_out', 'confirm_receipt'],
  listsChanges: true,
  listMissesChanges: false,
  /** Its reports may lag for minutes; a reference that they don't know then never arrived. */
  settleWindowMs: 180_000,
  /** Two reads a minute of one payment; the second is left for the operation that comes between. */
  readSpacingMs: 30_000,
  historyGaps: [],
}
