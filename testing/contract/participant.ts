import type { z } from 'zod'
import type { Provider } from '@/lib/domain/provider/provider'
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

/**
 * How the sandbox does it: to the capture, or to the other call `on` which tells of it; or why this
 * provider can never have it (with its fact sheet's section).
 */
export type Fault =
  | FaultPlan['action']
  | { readonly on: string; readonly action: FaultPlan['action'] }
  | { readonly never: string }

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
  /** Switches of its sandbox without which the cases cannot follow each other at once. */
  readonly settings?: object
  readonly method: string
  readonly currency: string
  /** The provider's words for calls, as the sandbox logs them; no token where none is fetched. */
  readonly callNames: Readonly<Record<'capture' | 'refund' | 'void' | 'read', string>> & {
    readonly token?: string
  }
  /** A status that nobody knows and how we show it, where it cannot be any word. */
  readonly unknownStatus?: { readonly wire: string; readonly shown: string }
  /** What a send to an absent payment comes to; `not_sent` where each send looks at it first. */
  readonly absentPayment?: 'not_sent'
  /** What its sandbox is asked to make: an authorized payment, or one that is captured whole. */
  creationOptions(amountMinor: number, isCaptured: boolean): object
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
