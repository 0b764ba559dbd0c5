import type { Provider } from '@/lib/domain/provider/provider'
import { PROFILES } from '@/lib/providers/profiles'
import type { ProviderProfile } from '@/lib/providers/provider-profile'

/** What the form of a connection is made of. */
export type ConnectionForm = Pick<
  ProviderProfile,
  'label' | 'secretFields' | 'addresses' | 'settingFields'
>

/** The form of a connection to a provider: that of its profile. */
export function connectionForm(provider: Provider): ConnectionForm {
  return PROFILES[provider]
}
