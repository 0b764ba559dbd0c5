import type { Provider } from '@/lib/domain/provider/provider'
import type { SandboxControl } from '@/testing/sandbox-control'

/** Something that the provider did with money, and for which of our operations. */
export interface Effect {
  readonly operationId: string | null
  readonly kind: string
  readonly amountMinor: number | null
}

/** What the provider's own books say about one payment. */
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

/** The part of a sandbox's totals that those of all providers have. */
interface BookedTotals {
  readonly id: string
  readonly authorized: number
  readonly captured: number
  readonly refunded: number
  /** Nothing is held any more. */
  readonly released: boolean
  readonly operations: readonly {
    readonly event: string
    readonly success: boolean
    readonly amount: number | null
    readonly reference: string | null
  }[]
}

/**
 * The books as the totals of a sandbox's control API tell them.
 * @param operationIdIn finds our operation in what the books keep of the caller's
 */
export async function ledgerFromTotals(
  control: SandboxControl,
  provider: Provider,
  providerIds: readonly string[],
  operationIdIn: (reference: string) => string | null,
): Promise<readonly LedgerPayment[]> {
  const all = await control.call<BookedTotals[]>('GET', `${provider}/totals`)
  const byId = new Map(all.map((booked) => [booked.id, booked]))
  return providerIds.map((providerId) => {
    const booked = byId.get(providerId)
    if (booked === undefined) throw new Error(`the ledger has no ${providerId}`)
    const { authorized, captured, refunded } = booked
    const released = booked.released ? authorized - captured : 0
    const effects = booked.operations
      .filter(({ success }) => success)
      .map(({ event, amount, reference }) => ({
        operationId: reference === null ? null : operationIdIn(reference),
        ...{ kind: event, amountMinor: amount },
      }))
    return { providerId, totals: { authorized, captured, refunded, released }, effects }
  })
}

/** The operation whose reference of ours is in a text; null when there is none. */
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
