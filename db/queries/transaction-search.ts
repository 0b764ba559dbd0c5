import { inArray, or, sql, type SQL } from 'drizzle-orm'
import { transactions } from '@/db/schema/transactions'
import { LIMITS } from '@/lib/config/limits'
import { parseAmount } from '@/lib/domain/money'

/**
 * What the one search box means: order references, names, e-mail, phone and provider ids by any
 * part of them, and amounts exactly, as people write them ("1 249,00", "1,249.00").
 */
export function searchCondition(search: string): SQL | undefined {
  const text = search.trim().slice(0, LIMITS.search.textLength).toLowerCase()
  if (text === '') return undefined
  const pattern = `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
  return or(sql`${transactions.searchText} like ${pattern}`, amountCondition(text))
}

const DECIMAL_MARKS = ['.', ',']

/**
 * An amount is looked for in every way it can be read: a search may find more, where typing one
 * may not guess. Amounts are tried with two decimals: the currencies of these providers' markets
 * all have two.
 */
function amountCondition(text: string): SQL | undefined {
  const amounts = DECIMAL_MARKS.map((mark) => parseAmount(text, 'NOK', mark))
    .flatMap((parsed) => (parsed.ok ? [parsed.amountMinor] : []))
    .filter((amountMinor) => amountMinor > 0)
  return amounts.length === 0 ? undefined : inArray(transactions.amountMinor, amounts)
}
