import type { Provider } from '@/lib/domain/provider/provider'
import { BAMBORA_CHECKOUT } from './bambora-checkout/profile'
import { BAMBORA_NATIVE } from './bambora-native/profile'
import { DINTERO } from './dintero/profile'
import { OPPWA } from './oppwa/profile'
import type { ProviderProfile } from './provider-profile'

/** The profiles of all providers. */
export const PROFILES: Readonly<Record<Provider, ProviderProfile>> = {
  dintero: DINTERO,
  'bambora-checkout': BAMBORA_CHECKOUT,
  'bambora-native': BAMBORA_NATIVE,
  oppwa: OPPWA,
}

/** One fact of every provider, by its name. */
export function mapProfiles<Fact>(
  factOf: (profile: ProviderProfile) => Fact,
): Readonly<Record<Provider, Fact>> {
  const facts = Object.entries(PROFILES).map(([provider, profile]) => [provider, factOf(profile)])
  return Object.fromEntries(facts) as Record<Provider, Fact>
}
