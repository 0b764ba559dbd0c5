import type { TransactionSql } from 'postgres'
import { openSql } from '../open-sql'
import { COLUMNS, GENERATED } from './generated-columns'
import { MOVEMENTS, REFUNDS } from './generated-movements'

export interface GeneratedSeed {
  readonly databaseUrl: string
  readonly count: number
  readonly onProgress: (written: number) => void
}

const BATCH = 50_000
/** Period over which the payments are spread, the newest a moment ago. */
const SPAN = `interval '730 days'`

/**
 * Writes payments that look like two years of trade, without order lines, the last two months with
 * what was captured and refunded, spread over the connections that are there. The providers know
 * nothing of them: they are for measuring and looking, not for capturing. Throws when there is no
 * connection.
 */
export async function seedGeneratedTransactions(seed: GeneratedSeed): Promise<void> {
  const sql = openSql(seed.databaseUrl, { max: 1, connect_timeout: 10, onnotice: () => undefined })
  try {
    const [{ count: connections } = { count: 0 }] = await sql<{ count: number }[]>`
      select count(*)::int as count from connections`
    if (connections === 0) throw new Error('There is no connection yet: add one first.')
    await sql.begin((transaction) => insertAll(transaction, seed))
    await sql.unsafe(MOVEMENTS)
    await sql.unsafe(REFUNDS)
    await sql.unsafe(ATTENTION)
    await sql`select rebuild_transaction_tallies()`
    await sql`vacuum analyze`
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Indexes and tallies are made once at the end, which takes a third of the time; locks the table. */
async function insertAll(sql: TransactionSql, { count, onProgress }: GeneratedSeed): Promise<void> {
  await sql`set local maintenance_work_mem = '512MB'`
  const indexes = await sql<{ name: string; definition: string }[]>`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename = 'transactions' and schemaname = current_schema()
      and indexname not in (select conname from pg_constraint)`
  for (const { name } of indexes) await sql`drop index ${sql(name)}`
  await sql`alter table transactions disable trigger transactions_tally`
  for (let from = 1; from <= count; from += BATCH) {
    const to = Math.min(count, from + BATCH - 1)
    await sql.unsafe(insertion(from, to, count))
    onProgress(to)
  }
  await sql`alter table transactions enable trigger transactions_tally`
  for (const { definition } of indexes) await sql.unsafe(definition)
}

function insertion(from: number, to: number, count: number): string {
  const columns = Object.entries(GENERATED).map(([name, value]) => `${value} as ${name}`)
  return `
    with connection as materialized (
      select
        id as connection_id, account_id, row_number() over (order by id) - 1 as number,
        count(*) over ()::int as connection_count
      from connections
    ),
    moment as (
      select
        n,
        date_trunc('milliseconds', now() - ${SPAN} * (1 - (n - 0.5) / ${count})) as created
      from generate_series(${from}::bigint, ${to}) as n
    ),
    drawn as materialized (
      select n, created, ${columns.join(', ')}
      from (select *, now() - created as age from moment) as moment,
        (select connection_count from connection limit 1) as many
    )
    insert into transactions (${Object.keys(COLUMNS).join(', ')})
    select ${Object.values(COLUMNS).join(', ')}
    from drawn join connection on connection.number = drawn.connection_number
    order by n`
}

/** Some refused captures of the last days, and a few that wait for a decision. */
const ATTENTION = `
  with actor as (select id, name, role from users order by email limit 1),
  chosen as (
    select
      transactions.*, gen_random_uuid() as operation_id,
      row_number() over (order by provider_created_at desc) <= 5 as in_review
    from transactions
    where status = 'authorized' and open_operation_id is null
      and provider_created_at between now() - interval '7 days' and now() - interval '1 hour'
      and hashtext(order_reference) % 50 = 0
  ),
  held as (
    update transactions set
      open_operation_id = operation_id, reserved_capture_minor = transactions.authorized_minor
    from chosen where transactions.id = chosen.id and in_review
  )
  insert into operations (
    id, transaction_id, kind, state, amount_minor, currency, lines, reference, input_digest,
    actor_id, actor_name, actor_role, request_id, baseline_totals, baseline_event_count,
    message, created_at, sent_at, settled_at
  )
  select
    operation_id, chosen.id, 'capture', case when in_review then 'needs_review' else 'refused' end,
    authorized_minor, currency, '[]', operation_id::text, '', actor.id, actor.name, actor.role,
    gen_random_uuid(),
    jsonb_build_object(
      'authorizedMinor', authorized_minor, 'capturedMinor', 0, 'refundedMinor', 0, 'releasedMinor', 0
    ),
    0, '"Generated"', provider_created_at + interval '10 minutes',
    provider_created_at + interval '10 minutes',
    case when not in_review then provider_created_at + interval '11 minutes' end
  from chosen, actor`
