import type postgres from 'postgres'

/** A payment as its page shows it. */
export interface Payment {
  readonly id: string
  readonly providerId: string
  readonly phase: string
  /** Method code. */
  readonly method: string
  readonly authorizedMinor: number
  readonly capturedMinor: number
  readonly heldMinor: number
  readonly refundableMinor: number
  readonly orderedMinor: number
  readonly moneyRevision: string
}

export async function loadPayment(sql: postgres.Sql, id: string): Promise<Payment> {
  const [row] = await sql<Payment[]>`
    select id, provider_transaction_id as "providerId", phase, method, money_revision as "moneyRevision",
      authorized_minor::float8 as "authorizedMinor", captured_minor::float8 as "capturedMinor",
      (authorized_minor - captured_minor - released_minor)::float8 as "heldMinor",
      (captured_minor - refunded_minor)::float8 as "refundableMinor",
      (select coalesce(sum(amount_minor), 0)::float8 from order_items
        where transaction_id = transactions.id) as "orderedMinor"
    from transactions where id = ${id}`
  if (row === undefined) throw new Error(`payment ${id} is not there`)
  return row
}
