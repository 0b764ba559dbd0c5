import type postgres from 'postgres'
import type { Provider } from '@/lib/domain/provider/provider'
import type { SandboxControl } from '@/testing/sandbox-control'
import type { Violation } from '../model/violations'

/** The ids of all payments that the provider has. */
export async function listPaymentIds(
  control: SandboxControl,
  provider: Provider,
): Promise<readonly string[]> {
  const all = await control.call<{ id: string }[]>('GET', `${provider}/totals`)
  return all.map(({ id }) => id)
}

/** The ids of the payments that people can see: in the list, or among those that were not read. */
export async function listSeenIds(sql: postgres.Sql): Promise<ReadonlySet<string>> {
  const rows = await sql<{ id: string }[]>`
    select provider_transaction_id as id from transactions
    union select provider_transaction_id from unread_payments
    where provider_transaction_id is not null`
  return new Set(rows.map(({ id }) => id))
}

/** Finds payments that the provider has and that nobody can see, and imports that did not end. */
export function checkUnseen(
  ids: readonly string[],
  seen: ReadonlySet<string>,
  failedImports: readonly string[],
): Violation[] {
  const violation = (what: string): Violation => ({
    kind: 'unread and unseen',
    operationId: null,
    what,
  })
  return [
    ...ids
      .filter((id) => !seen.has(id))
      .map((id) => violation(`${id} is neither shown nor among the unread`)),
    ...failedImports.map((problem) => violation(`an import did not end: ${problem}`)),
  ]
}
