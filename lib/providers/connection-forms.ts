import type { Provider } from '@/lib/domain/provider/provider'
import { BAMBORA_CHECKOUT_FORM } from './bambora-checkout/connection-form'
import { BAMBORA_NATIVE_FORM } from './bambora-native/connection-form'
import type { ConnectionForm } from './connection-form'
import { DINTERO_FORM } from './dintero/connection-form'
import { OPPWA_FORM } from './oppwa/connection-form'

/** The connection forms of all providers. */
export const CONNECTION_FORMS: Readonly<Record<Provider, ConnectionForm>> = {
  dintero: DINTERO_FORM,
  'bambora-checkout': BAMBORA_CHECKOUT_FORM,
  'bambora-native': BAMBORA_NATIVE_FORM,
  oppwa: OPPWA_FORM,
}
