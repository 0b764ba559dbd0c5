import type { Provider } from '@/lib/domain/provider/provider'
import type { ConnectionForm } from '@/lib/providers/connection-form'
import { CONNECTION_FORMS } from '@/lib/providers/connection-forms'

export type { ConnectionForm }

/** The form of a connection to a provider. */
export function connectionForm(provider: Provider): ConnectionForm {
  return CONNECTION_FORMS[provider]
}
