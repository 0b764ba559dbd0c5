import postgres from 'postgres'
import { Database } from '@/db/client'
import { listConnections, type ConnectionRecord } from '@/db/queries/sync/connections'
import { importAll } from '@/testing/import-all'
import type { SandboxControl } from '@/testing/sandbox-control'

/** An authorized, untouched payment. */
export interface Payment {
  readonly id: string
  readonly providerTransactionId: string
  readonly moneyRevision: string
}

export const CURRENCY = 'NOK'
export const AMOUNT_MINOR = 100_000

/** Hands out payments, each to one capture only. */
export class Payments {
  #next = 0

  private constructor(private readonly all: readonly Payment[]) {}

  /**
   * Creates equal authorized payments in the sandbox and in the database. One is imported with the
   * product's import; the rows of the others are copies of its rows.
   */
  static async make(
    databaseUrl: string,
    control: SandboxControl,
    count: number,
  ): Promise<Payments> {
    const options = { amount: AMOUNT_MINOR, currency: CURRENCY }
    await control.createTransaction({ ...options, reference: 'BENCH-0' })
    await importTemplate(databaseUrl)
    const { ids } = await control.createTransactions({ ...options, reference: 'BENCH', count })
    const sql = postgres(databaseUrl, { max: 1, connect_timeout: 10, onnotice: () => undefined })
    try {
      await copyRows(sql, ids)
      await sql`vacuum analyze`
      const rows = await sql<Payment[]>`
        select id, provider_transaction_id as "providerTransactionId", money_revision as "moneyRevision" from transactions
        where order_reference <> 'BENCH-0' order by order_reference`
      return new Payments([...rows])
    } finally {
      await sql.end({ timeout: 2 })
    }
  }

  /** Number of untouched payments. */
  get left(): number {
    return this.all.length - this.#next
  }

  /** The next `count` payments; unused ones are returned with `giveBack`. */
  take(count: number): readonly Payment[] {
    const taken = this.all.slice(this.#next, this.#next + count)
    if (taken.length < count) throw new Error('There are no fresh payments left; make more.')
    this.#next += count
    return taken
  }

  /** Returns the last ones of those taken last. */
  giveBack(count: number): void {
    this.#next -= count
  }
}

async function importTemplate(databaseUrl: string): Promise<void> {
  const database = new Database(databaseUrl)
  try {
    await importAll(database, await onlyConnection(database))
  } finally {
    await database.close()
  }
}

/** The connection that the bench works on. */
async function onlyConnection(database: Database): Promise<ConnectionRecord> {
  const all = await listConnections(database)
  const connection = all.find(({ provider }) => provider === 'dintero')
  if (connection === undefined) throw new Error('the demo has no connection')
  return connection
}

/** Copies every column except those in `own`, which differ between payments. */
async function copyRows(sql: postgres.Sql, providerIds: readonly string[]): Promise<void> {
  await sql`
    create temporary table fresh as
    select gen_random_uuid() as id, provider_id, 'BENCH-' || number as reference
    from unnest(${[...providerIds]}::text[]) with ordinality as minted(provider_id, number)`
  await copyTable(sql, 'transactions', {
    id: 'fresh.id',
    provider_transaction_id: 'fresh.provider_id',
    order_reference: 'fresh.reference',
  })
  await copyTable(sql, 'order_items', { transaction_id: 'fresh.id' })
  await copyTable(sql, 'transaction_events', { transaction_id: 'fresh.id' })
}

async function copyTable(
  sql: postgres.Sql,
  table: string,
  own: Readonly<Record<string, string>>,
): Promise<void> {
  const columns = await sql<{ name: string }[]>`
    select column_name as name from information_schema.columns
    where table_schema = current_schema() and table_name = ${table} and is_generated = 'NEVER'`
  const names = columns.map((column) => column.name)
  const values = names.map((name) => own[name] ?? `template.${name}`)
  const template = `(select * from ${table}) as template`
  await sql.unsafe(
    `insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from ${template}, fresh`,
  )
}
