import type { TransactionPhase } from '@/lib/domain/payment/transaction'

const PHASES: Readonly<Record<string, TransactionPhase>> = {
  None: 'initiated',
  Authorized: 'open',
  'Authorization Expired': 'open',
  Declined: 'declined',
  Voided: 'open',
  Captured: 'open',
  Refunded: 'open',
  Settled: 'open',
  Canceled: 'open',
}

const RELEASED: ReadonlySet<string> = new Set(['Authorization Expired', 'Voided', 'Canceled'])
const NEEDS_CAPTURE: ReadonlySet<string> = new Set(['Captured', 'Refunded', 'Settled'])

/** The phase that a state means (fact sheet §6.3); `unknown` for an unknown state. */
export function phaseOf(state: string | undefined): TransactionPhase {
  return PHASES[state ?? ''] ?? 'unknown'
}

/** In this state nothing of the rest is held any more. */
export function isReleased(state: string | undefined): boolean {
  return state !== undefined && RELEASED.has(state)
}

/** This state cannot be without a capture. */
export function needsCapture(state: string): boolean {
  return NEEDS_CAPTURE.has(state)
}
