/**
 * The result of a verified webhook: the payment was read; the provider does not know it; it named
 * no payment that could be read; the provider could not be read for as long as we tried.
 */
export const DELIVERY_RESULTS = ['read', 'not_found', 'no_subject', 'gave_up'] as const
export type DeliveryResult = (typeof DELIVERY_RESULTS)[number]
