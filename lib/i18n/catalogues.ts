import { oncePerProcess } from '@/lib/config/once-per-process'
import type { Locale } from '@/lib/domain/access/person-settings'
import type { Messages } from '@/messages/en'

/**
 * The texts that the pages of this process have asked for. Components that are rendered on the server
 * first find them here: imported, all languages would be part of what browsers load.
 */
export const catalogues = oncePerProcess('catalogues', () => new Map<Locale, Messages>())
