import type { z } from 'zod'
import type { Provider } from '@/lib/domain/provider'
import type { faultPlanSchema } from '@/sandbox/faults/plan-schema'

type FaultPlan = z.input<typeof faultPlanSchema>

/** What can go wrong with a capture and must be brought about by the sandbox. */
export type FaultName =
  | 'refusal'
  | 'lost before the effect'
  | 'lost after the effect'
  | 'not JSON'
  | 'HTML instead of JSON'
  | 'an empty body'
  | 'half a body'
  | 'another amount'
  | 'another currency'
  | 'another payment'
  | 'an undocumented status'
  | 'accepted for later'
  | 'an expired token'
  | 'too many requests'

/** How the sandbox does it, or why this provider can never have it (with its fact sheet's section). */
export type Fault = FaultPlan['action'] | { readonly never: string }

/** Everything that the contract has to know about a provider. */
export interface Participant {
  readonly provider: Provider
  /** An account that every sandbox has. */
  readonly account: {
    readonly accountId: string
    /** Base URL below the sandbox's address. */
    readonly path: string
    readonly secret: Readonly<Record<string, unknown>>
  }
  readonly method: string
  readonly currency: string
  /** The provider's words for calls, as the sandbox logs them. */
  readonly words: Readonly<Record<'capture' | 'refund' | 'void' | 'read' | 'token', string>>
  /** What its sandbox is asked to make: an authorized payment, or one that is captured whole. */
  mintWish(amountMinor: number, isCaptured: boolean): object
  /** Only where it differs from the usual ways below. */
  readonly faults: Readonly<Partial<Record<FaultName, Fault>>>
}

const USUAL: Readonly<Record<FaultName, Fault>> = {
  refusal: { type: 'refuse' },
  'lost before the effect': { type: 'drop', when: 'before' },
  'lost after the effect': { type: 'drop', when: 'after' },
  'not JSON': { type: 'malformed', kind: 'json' },
  'HTML instead of JSON': { type: 'malformed', kind: 'html' },
  'an empty body': { type: 'malformed', kind: 'empty' },
  'half a body': { type: 'malformed', kind: 'truncated' },
  'another amount': { type: 'alter', set: { amount: 1 } },
  'another currency': { type: 'alter', set: { currency: 'XTS' } },
  'another payment': { type: 'alter', set: { id: 'another' } },
  'an undocumented status': { type: 'status', status: 299, when: 'after' },
  'accepted for later': { type: 'accepted', closeAfterMs: 50 },
  'an expired token': { type: 'expire-token' },
  'too many requests': { type: 'status', status: 429 },
}

/** How a fault is brought about for this provider. */
export function faultOf(participant: Participant, name: FaultName): Fault {
  return participant.faults[name] ?? USUAL[name]
}
