import type { z } from 'zod'
import type { Provider } from '@/lib/domain/provider/provider'
import type { faultPlanSchema } from '@/sandbox/faults/plan-schema'

type FaultPlan = z.input<typeof faultPlanSchema>

/** Faults of a capture that the sandbox has to inject. */
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
 * The fault for the sandbox, at the capture or at the call `on` that reports it; or the reason why
 * the provider can never have it (with its fact sheet's section).
 */
export type Fault =
  | FaultPlan['action']
  | { readonly on: string; readonly action: FaultPlan['action'] }
  | { readonly never: string }

/** The contract's description of a provider. */
export interface Participant {
  readonly provider: Provider
  /** An account that every sandbox has. */
  readonly account: {
    readonly accountId: string
    /** Base URL below the sandbox's address. */
    readonly path: string
    readonly secret: Readonly<Record<string, unknown>>
  }
  /** Settings of its sandbox without which the cases cannot follow each other immediately. */
  readonly settings?: object
  readonly method: string
  readonly currency: string
  /** The provider's names for calls, as the sandbox logs them; no `token` where none is fetched. */
  readonly callNames: Readonly<Record<'capture' | 'refund' | 'void' | 'read', string>> & {
    readonly token?: string
  }
  /** An undocumented status and our text for it, where not any word can be one. */
  readonly unknownStatus?: { readonly wire: string; readonly shown: string }
  /**
   * Outcome of a send to a payment that does not exist; `not_sent` where each send reads it first.
   */
  readonly absentPayment?: 'not_sent'
  /** Options for the payment that its sandbox creates: authorized, or captured as a whole. */
  creationOptions(amountMinor: number, isCaptured: boolean): object
  /** Only faults that differ from the default below. */
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

/** The fault of this name for this provider. */
export function faultOf(participant: Participant, name: FaultName): Fault {
  return participant.faults[name] ?? USUAL[name]
}
