import postgres from 'postgres'
import { currentWorld } from './world'

/**
 * Has the database refuse every operation on one payment, as it does when its disk is full, until
 * the returned function is called.
 */
export async function fillDisk(providerTransactionId: string): Promise<() => Promise<void>> {
  const sql = postgres(currentWorld()?.ownerUrl ?? '', { max: 1, onnotice: () => undefined })
  const [payment] = await sql<{ id: string }[]>`
    select id from transactions where provider_transaction_id = ${providerTransactionId}`
  if (payment === undefined) throw new Error('there is no such payment')
  await sql.unsafe(`
    create function disk_full() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file' using errcode = '53100'; end $$;
    create trigger disk_full before insert on operations for each row
    when (new.transaction_id = '${payment.id}') execute function disk_full()`)
  return async () => {
    await sql`drop function disk_full() cascade`
    await sql.end()
  }
}
