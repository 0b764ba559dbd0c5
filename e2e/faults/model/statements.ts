/** The statements of the money path, as a fault names them. */
export type Statement =
  | 'page'
  | 'intent'
  | 'attempt'
  | 'outcome'
  | 'claim'
  | 'check'
  | 'repair-outcome'
  | 'snapshot'
  | 'webhook'

/** Which statement a text is; null for one that no fault is about. The first that fits counts. */
export function statementOf(text: string): Statement | null {
  if (text.includes('insert into operations')) return 'intent'
  if (text.includes('insert into attempts')) return 'attempt'
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
