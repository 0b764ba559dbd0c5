import type { CurrencySum } from '@/lib/domain/money/currency-sum'
import { REST_AGES, RESTS, type Rest, type RestAge, type RestSum } from '@/lib/domain/listing/rest'

interface RestRow {
  readonly rest: Rest
  readonly age: RestAge
  readonly count: number
  readonly sums: readonly CurrencySum[]
}

/** What is left over after part captures: what is to be decided first, the oldest orders first. */
export function restRows(sums: readonly RestSum[]): RestRow[] {
  const inOrder = sums.toSorted((a, b) => a.currency.localeCompare(b.currency))
  return RESTS.flatMap((rest) =>
    REST_AGES.toReversed().map(({ age }) => {
      const own = inOrder.filter((sum) => sum.rest === rest && sum.age === age)
      return {
        rest,
        age,
        count: own.reduce((total, { count }) => total + count, 0),
        sums: own.map(({ currency, heldMinor }) => ({ currency, amountMinor: heldMinor })),
      }
    }),
  ).filter(({ count }) => count > 0)
}
