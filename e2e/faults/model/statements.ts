/** The statements of the money path that a fault can name. */
export type Statement =
  'page' | 'intent' | 'outcome' | 'claim' | 'check' | 'repair-outcome' | 'snapshot' | 'webhook'

/**
 * The statement that an SQL text is; null for one that no fault concerns. The first match counts.
 */
export function statementOf(text: string): Statement | null {
  // A batch takes up its own rows by a statement like repair's claim.
  if (text.includes('batch_rows')) return null
  if (text.includes('insert into operations')) return 'intent'
  if (text.includes('update attempts set')) {
    return text.includes("'Paydesk', 'system'") ? 'repair-outcome' : 'outcome'
  }
  if (text.includes('insert into "webhook_deliveries"')) return 'webhook'
  if (text.includes('webhook_deliveries')) return null
  if (text.includes('for update skip locked')) return 'claim'
  if (text.includes('checks = checks + 1')) return 'check'
  if (text.includes('insert into transactions')) return 'snapshot'
  if (text.includes('from "transactions"')) return 'page'
  return null
}
