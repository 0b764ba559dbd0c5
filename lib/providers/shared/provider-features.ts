import { LIMITS } from '@/lib/config/limits'
import type { Provider } from '@/lib/domain/provider/provider'
import type { ProviderFeatures } from '../port'
import { PROFILES } from '../profiles'

/**
 * The properties that a provider's profile promises, with the bounds that this installation may
 * have changed.
 * @param ownUser the provider's name for our user, where the connection states it
 */
export function findProviderFeatures(
  provider: Provider,
  ownUser: string | null = null,
): ProviderFeatures {
  const { echoesReference, listsChanges } = PROFILES[provider]
  const { settleWindowMs, readSpacingMs } = LIMITS.providers[provider]
  return { echoesReference, listsChanges, settleWindowMs, readSpacingMs, ownUser }
}
