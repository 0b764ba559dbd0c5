import type { CurrencySum } from '@/lib/domain/money/currency-sum'
import type { ReasonCode } from '@/lib/domain/operation/reasons'
import type { ReasonSum } from '@/lib/domain/view/overview'

export interface ReasonRow {
  readonly code: ReasonCode
  readonly count: number
  readonly sums: readonly CurrencySum[]
}

/** Refunds by reason, the most frequent first, whatever language it was picked in. */
export function reasonRows(
  sums: readonly ReasonSum[],
  codeOf: (reason: string | null) => ReasonCode,
): ReasonRow[] {
  const rows = new Map<ReasonCode, { count: number; byCurrency: Map<string, number> }>()
  for (const { reason, currency, count, amountMinor } of sums) {
    const code = codeOf(reason)
    const row = rows.get(code) ?? { count: 0, byCurrency: new Map<string, number>() }
    row.count += count
    row.byCurrency.set(currency, (row.byCurrency.get(currency) ?? 0) + amountMinor)
    rows.set(code, row)
  }
  return [...rows]
    .map(([code, { count, byCurrency }]) => ({
      code,
      count,
      sums: [...byCurrency].map(([currency, amountMinor]) => ({ currency, amountMinor })),
    }))
    .toSorted((a, b) => b.count - a.count)
}
