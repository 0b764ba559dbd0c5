/** Why a provider said no, by our code for it. */
export const providerErrors = {
  items_do_not_fit: 'The order lines do not fit the order as the provider has it.',
  amount_exceeds_remaining: 'The amount is more than what is left at the provider.',
  state_forbids: 'The provider does not allow this in the payment’s present state.',
  account_lacks_right: 'The provider account does not have the right to do this.',
  credentials_rejected: 'The provider did not accept our credentials.',
  blocked_by_issuer: 'The card’s bank does not allow purchases on the internet.',
  cannot_authorize: 'The payment was refused.',
  cannot_cancel: 'The void was refused.',
  cannot_capture: 'The capture was refused.',
  cannot_refund: 'The refund was refused.',
  card_type_not_accepted: 'The merchant account does not accept this kind of card.',
  currency_not_supported: 'The merchant account does not have this currency.',
  expired_card: 'The card has expired.',
  insufficient_funds: 'There is not enough money on the customer’s account.',
  invalid_card: 'The card can no longer be used.',
  invalid_payment_state_transition:
    'The provider does not allow this in the payment’s present state.',
  payment_not_found: 'The provider has no payment with this reference.',
  no_reason: 'The provider gave no reason.',
} as const
