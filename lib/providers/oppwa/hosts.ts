const TEST_ORIGINS: readonly string[] = [
  'https://eu-test.oppwa.com',
  'https://test.oppwa.com',
  'https://test.vr-pay-ecommerce.de',
  'https://sandbox-card.peachpayments.com',
]
const LIVE_ORIGINS: readonly string[] = [
  'https://eu-prod.oppwa.com',
  'https://oppwa.com',
  'https://vr-pay-ecommerce.de',
  'https://card.peachpayments.com',
]

/** Hosts of the platform and its resellers; any other must be allowed by the environment (§2). */
export const OPPWA_ORIGINS: readonly string[] = [...TEST_ORIGINS, ...LIVE_ORIGINS]

/** Which of its two worlds a host belongs to; null for one that isn't the platform's. */
export function hostEnvironment(baseUrl: string): 'test' | 'live' | null {
  const { origin } = new URL(baseUrl)
  if (TEST_ORIGINS.includes(origin)) return 'test'
  return LIVE_ORIGINS.includes(origin) ? 'live' : null
}
