import { LIMITS } from '@/lib/config/limits'
import type { Provider } from '@/lib/domain/provider/provider'
import type { Spread } from '../support/statistics'

export type LossName = 'response lost' | 'process killed'

/** How long captures of one loss took that ended in the same state. */
export interface SettledRow {
  readonly name: LossName
  readonly provider: Provider
  readonly state: string
  readonly afterS: Pick<Spread, 'p50' | 'max'>
}

/** Longest median and longest time in seconds, where the capture took effect. */
const WITH_EFFECT_S: Readonly<Record<LossName, { readonly p50: number; readonly max: number }>> = {
  'response lost': { p50: 40, max: 40 },
  'process killed': { p50: 15, max: 40 },
}

/** What may be added to the time after which absence is proved. */
const AFTER_PROOF_MS = 60_000

/** What took longer than it may, or ended otherwise than proved, one sentence each. */
export function findSlow(rows: readonly SettledRow[]): readonly string[] {
  return rows.flatMap(({ name, provider, state, afterS }) => {
    const of = `${name}, ${provider}, ${state}`
    if (state !== 'succeeded' && state !== 'not_sent') return [`${of}: not found out`]
    const bound = state === 'succeeded' ? WITH_EFFECT_S[name] : withoutEffectS(provider)
    return [
      ...(afterS.p50 > bound.p50 ? [`${of}: median ${afterS.p50} s, above ${bound.p50} s`] : []),
      ...(afterS.max > bound.max ? [`${of}: longest ${afterS.max} s, above ${bound.max} s`] : []),
    ]
  })
}

/** The deadline of the send, the provider's settle window and two reads apart, and a minute. */
function withoutEffectS(provider: Provider): { readonly p50: number; readonly max: number } {
  const { settleWindowMs } = LIMITS.providers[provider]
  const proofMs =
    LIMITS.operation.sendDeadlineMs + settleWindowMs + 2 * LIMITS.repair.absenceReadSpacingMs
  const max = (proofMs + AFTER_PROOF_MS) / 1_000
  return { p50: max, max }
}
