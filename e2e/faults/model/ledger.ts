import type { Provider } from '@/lib/domain/provider/provider'
import type { SandboxControl } from '@/testing/sandbox-control'

/** A movement of money at the provider, with our operation it belongs to; null for none of ours. */
export interface Effect {
  /** The provider's id of the event that shows it; null where it has none. */
  readonly eventId: string | null
  readonly operationId: string | null
  readonly kind: string
  readonly amountMinor: number | null
}

/** One payment in the provider's own ledger. */
export interface LedgerPayment {
  readonly providerId: string
  readonly totals: LedgerTotals
  readonly effects: readonly Effect[]
}

interface LedgerTotals {
  readonly authorized: number
  readonly captured: number
  readonly refunded: number
  readonly released: number
}

/** The fields that the totals of all providers' sandboxes share. */
interface ReportedTotals {
  readonly id: string
  readonly authorized: number
  readonly captured: number
  readonly refunded: number
  /** True once nothing is held any more. */
  readonly released: boolean
  readonly operations: readonly {
    readonly id: string
    readonly event: string
    readonly success: boolean
    readonly amount: number | null
    readonly reference: string | null
  }[]
}

/**
 * Reads the ledger from the totals of a sandbox's control API. @param operationIdIn finds our
 * operation in the caller's reference that the ledger keeps
 */
export async function ledgerFromTotals(
  control: SandboxControl,
  provider: Provider,
  providerIds: readonly string[],
  operationIdIn: (reference: string) => string | null,
): Promise<readonly LedgerPayment[]> {
  const all = await control.call<ReportedTotals[]>('GET', `${provider}/totals`)
  const byId = new Map(all.map((reported) => [reported.id, reported]))
  return providerIds.map((providerId) => {
    const reported = byId.get(providerId)
    if (reported === undefined) throw new Error(`the ledger has no ${providerId}`)
    const { authorized, captured, refunded } = reported
    const released = reported.released ? authorized - captured : 0
    const effects = reported.operations
      .filter(({ success }) => success)
      .map(({ id, event, amount, reference }) => ({
        eventId: id,
        operationId: reference === null ? null : operationIdIn(reference),
        kind: event,
        amountMinor: amount,
      }))
    return { providerId, totals: { authorized, captured, refunded, released }, effects }
  })
}

/** The id of the operation whose reference is in a text; null when there is none. */
export function operationIdInReference(text: string): string | null {
  const [, hex] = /\bpd-([0-9a-f]{32})\b/.exec(text) ?? []
  if (hex === undefined) return null
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}
