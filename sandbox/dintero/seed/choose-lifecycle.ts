import type { Prng } from '../../prng'
import type { Method } from './methods'

const DAY_MS = 86_400_000

/** The lifecycle of a sample transaction, by its final state. */
export type Lifecycle =
  | 'initiated'
  | 'on-hold'
  | 'declined'
  | 'failed'
  | 'unknown'
  | 'open'
  | 'captured'
  | 'captured-after-failure'
  | 'captured-in-parts'
  | 'part-captured'
  | 'part-captured-rest-released'
  | 'part-captured-refunded'
  | 'part-refunded'
  | 'refunded'
  | 'voided'

type Weights = Readonly<Partial<Record<Lifecycle, number>>>

const RECENT_KLARNA: Weights = {
  open: 80,
  initiated: 1,
  'part-captured': 7,
  captured: 6,
  voided: 3,
  declined: 2,
  failed: 2,
}
const NEAR_DEADLINE: Weights = { open: 80, 'part-captured': 10, captured: 10 }
const OLDER: Weights = {
  captured: 38,
  'captured-in-parts': 7,
  'captured-after-failure': 5,
  'part-captured': 8,
  'part-captured-rest-released': 2,
  'part-captured-refunded': 6,
  'part-refunded': 11,
  refunded: 8,
  voided: 8,
  declined: 3,
  failed: 3,
  unknown: 2,
}
const RECENT: Weights = { ...OLDER, open: 60, initiated: 3 }
const DIRECT: Weights = { captured: 60, 'part-refunded': 14, refunded: 12, declined: 8, failed: 6 }
/** Methods that can release the rest after a partial capture. */
const RELEASES = ['klarna.klarna', 'klarna.billie', 'vipps', 'payex.creditcard', 'payex.vipps']

/** Draws a lifecycle by the method and the age of the transaction. */
export function chooseLifecycle(prng: Prng, method: Method, ageMs: number): Lifecycle {
  const days = ageMs / DAY_MS
  if (method.isDirect) return prng.weighted(DIRECT)
  const lifecycle = prng.weighted(weightsOf(method, days))
  if (lifecycle === 'part-captured-rest-released' && !RELEASES.includes(method.type)) {
    return 'part-captured'
  }
  return lifecycle
}

function weightsOf(method: Method, days: number): Weights {
  if (method.type.startsWith('klarna.')) {
    if (days < 12) return RECENT_KLARNA
    return days > 25 && days < 30 ? NEAR_DEADLINE : OLDER
  }
  if (method.type.startsWith('collector.') && days < 30) return { ...RECENT, 'on-hold': 120 }
  return days < 7 ? RECENT : OLDER
}
