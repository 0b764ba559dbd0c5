import postgres from 'postgres'
import { Database } from '@/db/client'
import { foldTallyChanges } from '@/db/queries/listing/transaction-tallies'
import { randomSecret } from '@/scripts/application/environment'
import { createDatabase } from '@/scripts/databases'
import { migrateDatabase, seedDemoData } from '@/scripts/demo-data'
import { generateTransactions } from '@/scripts/generated-data'
import { step } from '@/scripts/progress'

/** A database with `size` payments, and values of one of them to search for. */
export interface Dataset {
  readonly size: number
  readonly database: Database
  readonly known: Known
}

export interface Known {
  readonly orderReference: string
  readonly providerTransactionId: string
  readonly name: string
  readonly email: string
  readonly phone: string
}

/** A name with the same number of payments in a large dataset as in a small one. */
export const RARE_NAME = 'Zacharias Wollstonecraft'
const RARE = 5

/** Creates a database for each size, on the server of this address. */
export async function createDatasets(
  serverUrl: string,
  sizes: readonly number[],
): Promise<readonly Dataset[]> {
  const datasets: Dataset[] = []
  for (const size of sizes) {
    const url = new URL(serverUrl)
    url.pathname = `/list_${size}`
    await createDatabase(serverUrl, `list_${size}`)
    await migrateDatabase(url.href, url.href)
    const encryptionKey = randomSecret()
    const sandboxUrl = 'http://127.0.0.1:4010'
    await seedDemoData({ ownerUrl: url.href, encryptionKey, sandboxUrl })
    await step(`${size} payments`, () =>
      generateTransactions({ databaseUrl: url.href, count: size, onProgress: () => undefined }),
    )
    const database = new Database(url.href, 1)
    const known = await nameSome(url.href)
    await foldTallyChanges(database)
    datasets.push({ size, database, known })
  }
  return datasets
}

/**
 * Gives some payments, spread over all, the rare name; returns values to find one in the middle.
 */
async function nameSome(databaseUrl: string): Promise<Known> {
  const sql = postgres(databaseUrl, { max: 1, connect_timeout: 10, onnotice: () => undefined })
  try {
    await sql`
      update transactions set customer_name = ${RARE_NAME}
      from (
        select id, row_number() over (order by provider_created_at) as number,
          count(*) over () / ${RARE}::int as step
        from transactions
      ) as numbered
      where transactions.id = numbered.id and number % step = 0`
    await sql`vacuum analyze transactions`
    const [known] = await sql<Known[]>`
      select
        order_reference as "orderReference", customer_name as name, customer_email as email,
        customer_phone as phone,
        provider_transaction_id as "providerTransactionId"
      from transactions order by provider_created_at
      offset (select count(*) / 2 from transactions) limit 1`
    if (known === undefined) throw new Error('there are no payments')
    return known
  } finally {
    await sql.end({ timeout: 2 })
  }
}
