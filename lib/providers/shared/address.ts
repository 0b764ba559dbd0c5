import type { Address } from '@/lib/domain/payment/transaction-snapshot'

/** The texts that are there, as one; null when none is. */
export function joinTexts(texts: readonly (string | undefined)[]): string | null {
  return texts.filter((text) => text !== undefined).join(' ') || null
}

/** An address; null where nothing of it is given. */
export function orNothing(address: Address): Address | null {
  const isGiven = Object.values<string | readonly string[] | null>({ ...address }).some(
    (fact) => fact !== null && fact.length > 0,
  )
  return isGiven ? address : null
}
