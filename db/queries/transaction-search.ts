import { eq, or, sql, type SQL } from 'drizzle-orm'
import { transactions } from '@/db/schema/transactions'
import { LIMITS } from '@/lib/config/limits'
import { isMinorAmount, parseAmount } from '@/lib/domain/money'

/**
 * What the one search box means: order references, names, e-mail, phone and provider ids by any
 * part of them, and amounts exactly, as people write them ("1 249,00").
 */
export function searchCondition(search: string): SQL | undefined {
  const text = search.trim().slice(0, LIMITS.search.textLength).toLowerCase()
  if (text === '') return undefined
  const pattern = `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
  return or(sql`${transactions.searchText} like ${pattern}`, amountCondition(text))
}

/** Amounts are tried with two decimals: the currencies of these providers' markets all have two. */
function amountCondition(text: string): SQL | undefined {
  const parsed = parseAmount(text, 'NOK')
  if (!parsed.ok || !isMinorAmount(parsed.amountMinor) || parsed.amountMinor <= 0) return undefined
  return eq(transactions.amountMinor, parsed.amountMinor)
}
