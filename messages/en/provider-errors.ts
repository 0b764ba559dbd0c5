/** Why a provider said no, by our code for it. */
export const providerErrors = {
  items_do_not_fit: 'The order lines do not fit the order as the provider has it.',
  amount_exceeds_remaining: 'The amount is more than what is left at the provider.',
  state_forbids: 'The provider does not allow this in the payment’s present state.',
  account_lacks_right: 'The provider account does not have the right to do this.',
  credentials_rejected: 'The provider did not accept our credentials.',
  no_reason: 'The provider gave no reason.',
} as const
