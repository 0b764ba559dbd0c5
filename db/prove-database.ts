import { randomInt, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import postgres, { type Sql } from 'postgres'
import { describeUnprovedServer } from '@/lib/config/database-tls'
import { LIMITS } from '@/lib/config/limits'
import { withoutPersonalData } from './database-error'
import { openSql } from './open-sql'

/** The database is not what the safety of money rests on; its message is one sentence that says so. */
export class UnfitDatabaseError extends Error {
  override readonly name = 'UnfitDatabaseError'
}

/** Time for which one session is busy while another one is watched. */
const BUSY_S = 0.2
const BUSY_HEAD_START_MS = 50
/** The largest key of a lock that a number of JavaScript holds exactly, and `randomInt` gives. */
const KEYS = 2 ** 47

/** Triggers without which nothing that is written here may be relied on. */
const TRIGGERS = [
  'attempts_ended',
  'audit_entries_brought',
  'audit_entries_chain',
  'audit_entries_append_only',
  'audit_entries_no_truncate',
  'audit_entries_of_rights',
  'notes_append_only',
  'notes_no_truncate',
  'operations_settled',
  'review_decisions_settled',
  'users_emergency_admin',
  'webhook_deliveries_append_only',
  'webhook_deliveries_no_truncate',
]

/**
 * Tries what Paydesk rests on, and leaves nothing behind: a session has its connection for itself, its
 * lock keeps others out and lasts, triggers run, and locked rows are skipped. Not every server that
 * speaks PostgreSQL's protocol does all of it, and no pooler that shares connections does.
 *
 * @param databaseUrl as the application connects
 * @throws UnfitDatabaseError when one of them fails, and the driver's error, without values, when the
 *   database cannot be asked
 */
export async function proveDatabase(databaseUrl: string): Promise<void> {
  const [first, second] = [open(databaseUrl), open(databaseUrl)]
  try {
    await proveOwnConnections(first, second)
    await proveBoundedStatements(first)
    await proveSessionLock(first, second)
    await proveTriggers(first)
    await proveSkippedLocks(first, second)
  } catch (error) {
    if (error instanceof UnfitDatabaseError) throw error
    if (isParameterRefused(error)) throw new UnfitDatabaseError(PARAMETER_REFUSED)
    const unproved = describeUnprovedServer(error)
    if (unproved !== null) throw new UnfitDatabaseError(`${NOT_STARTED} ${unproved}`)
    throw withoutPersonalData(error)
  } finally {
    await Promise.all([first, second].map((session) => session.end({ timeout: 1 })))
  }
}

/** Unprepared, because a pooler that shares connections would fail there, and not say why. */
function open(databaseUrl: string): Sql {
  return openSql(databaseUrl, {
    max: 1,
    prepare: false,
    idle_timeout: 0,
    max_lifetime: 0,
    fetch_types: false,
    connect_timeout: LIMITS.database.connectTimeoutMs / 1000,
    connection: {
      application_name: 'paydesk',
      statement_timeout: LIMITS.database.statementTimeoutMs,
    },
    onnotice: () => undefined,
  })
}

/** A pooler moves a session that waits to another connection while its own is busy for others. */
async function proveOwnConnections(first: Sql, second: Sql): Promise<void> {
  const before = await backendOf(first)
  const busy = second<{ pid: number }[]>`select pg_backend_pid() as pid, pg_sleep(${BUSY_S})`
  const ended = busy.then(([row]) => row?.pid)
  await pause(BUSY_HEAD_START_MS)
  const [meanwhile, other] = await Promise.all([backendOf(first), ended])
  if (before !== meanwhile || before === other) throw new UnfitDatabaseError(SHARED)
}

async function backendOf(session: Sql): Promise<number | undefined> {
  const [row] = await session<{ pid: number }[]>`select pg_backend_pid() as pid`
  return row?.pid
}

/** PgBouncer refuses each parameter of a connection that it was not told of. */
function isParameterRefused(error: unknown): boolean {
  return error instanceof postgres.PostgresError && /startup parameter/.test(error.message)
}

/** The server must give up before we do; behind a pooler only the role's own setting says so. */
async function proveBoundedStatements(session: Sql): Promise<void> {
  const [row] = await session<{ isBounded: boolean }[]>`
    select setting <> '0' as "isBounded" from pg_settings where name = 'statement_timeout'`
  if (row?.isBounded !== true) throw new UnfitDatabaseError(UNBOUNDED)
}

async function proveSessionLock(first: Sql, second: Sql): Promise<void> {
  const key = randomInt(KEYS)
  const takeBy = async (session: Sql) => {
    const [row] = await session<{ isDone: boolean }[]>`
      select pg_try_advisory_lock(${key}::bigint) as "isDone"`
    return row?.isDone === true
  }
  const releaseBy = async (session: Sql) => {
    const [row] = await session<{ isDone: boolean }[]>`
      select pg_advisory_unlock(${key}::bigint) as "isDone"`
    return row?.isDone === true
  }
  const steps = [
    await takeBy(first),
    !(await takeBy(second)),
    await releaseBy(first),
    await takeBy(second),
    await releaseBy(second),
  ]
  if (steps.includes(false)) throw new UnfitDatabaseError(NO_SESSION_LOCK)
}

/**
 * Triggers are there, run, and refuse: one completes an audit entry, and one keeps a webhook that was
 * processed. What is written for that is taken back in the same statement.
 */
async function proveTriggers(session: Sql): Promise<void> {
  const enabled = await session<{ name: string }[]>`
    select tgname as name from pg_trigger
    join pg_proc on pg_proc.oid = tgfoid
    where (prosrc ilike '%raise exception%' or tgname = 'audit_entries_chain') and tgrelid in (
      'attempts'::regclass, 'audit_entries'::regclass, 'notes'::regclass, 'operations'::regclass,
      'review_decisions'::regclass, 'users'::regclass, 'webhook_deliveries'::regclass
    ) and tgenabled in ('O', 'A')`
  const missing = TRIGGERS.filter((trigger) => !enabled.some(({ name }) => name === trigger))
  if (missing.length > 0) {
    throw new UnfitDatabaseError(
      `${NO_TRIGGERS} Missing, switched off or emptied: ${missing.join(', ')}.`,
    )
  }
  const [row] = await session<{ role: string }[]>`
    select current_setting('session_replication_role') as role`
  if (row?.role === 'replica') throw new UnfitDatabaseError(NO_TRIGGERS)
  try {
    await proveChain(session)
    await proveRefusal(session)
  } catch (error) {
    if (error instanceof postgres.PostgresError && error.code === FAILED)
      throw new UnfitDatabaseError(NO_TRIGGERS)
    throw error
  }
}

/** The SQLSTATE of a proof that has failed; PD001 takes back what was written for one that has not. */
const FAILED = 'PD000'

async function proveChain(session: Sql): Promise<void> {
  await session`
    do $$
    declare
      chained text;
    begin
      begin
        insert into audit_entries (stream_id, action, actor_name, actor_role, detail)
        values (gen_random_uuid(), 'proof', 'Paydesk', 'system', '{}')
        returning hash into chained;
        raise exception using errcode = case when chained is null then 'PD000' else 'PD001' end;
      exception when sqlstate 'PD001' then
        null;
      end;
    end $$`
}

/**
 * Of the append-only tables the application's role may change webhooks alone, so that there it is the
 * trigger that refuses and no missing right.
 */
async function proveRefusal(session: Sql): Promise<void> {
  await session`
    do $$
    declare
      proof_id constant uuid := gen_random_uuid();
      is_refused boolean := false;
    begin
      begin
        insert into connections (id, provider, name, account_id, base_url, is_test, secret_ciphertext)
        select proof_id, 'dintero', proof_id::text, '', '', true, ''
        where not exists (select from connections);
        insert into webhook_deliveries (id, connection_id, delivery_id, digest, processed_at, result)
        select proof_id, id, proof_id::text, '', now(), 'read' from connections limit 1;
        begin
          update webhook_deliveries set due_at = now() where id = proof_id;
        exception when insufficient_privilege then
          is_refused := sqlerrm like '%append-only%';
        end;
        raise exception using errcode = case when is_refused then 'PD001' else 'PD000' end;
      exception when sqlstate 'PD001' then
        null;
      end;
    end $$`
}

/** Two sessions at one row that is only made for it. */
async function proveSkippedLocks(first: Sql, second: Sql): Promise<void> {
  const key = `start-proof-${randomUUID()}`
  await first`
    insert into sign_in_throttles (key, failures, window_started_at) values (${key}, 0, now())`
  try {
    const seen = await first.begin(async (transaction) => {
      await transaction`select key from sign_in_throttles where key = ${key} for update`
      return second`select key from sign_in_throttles where key = ${key} for update skip locked`
    })
    if (seen.length > 0) throw new UnfitDatabaseError(NO_SKIPPED_LOCKS)
  } finally {
    await first`delete from sign_in_throttles where key = ${key}`
  }
}

const NOT_STARTED = 'Paydesk does not start on this database:'
const SHARED = `${NOT_STARTED} its sessions share connections, as behind a pooler in transaction mode. Give DATABASE_URL a pool in session mode, or the server itself.`
const PARAMETER_REFUSED = `${NOT_STARTED} its pooler refuses the parameter statement_timeout. Add it to ignore_startup_parameters of PgBouncer; npm run migrate sets it for the role.`
const UNBOUNDED = `${NOT_STARTED} statements have no time limit, because a pooler drops statement_timeout. Run npm run migrate, which sets it for the user of DATABASE_URL.`
const NO_SESSION_LOCK = `${NOT_STARTED} a lock of one session (pg_advisory_lock) does not keep another one out, or does not last. Paydesk needs PostgreSQL itself, or a pool in session mode.`
const NO_TRIGGERS = `${NOT_STARTED} it does not run the triggers that keep what is settled and the audit trail.`
const NO_SKIPPED_LOCKS = `${NOT_STARTED} a row that another session has locked is not skipped (SKIP LOCKED).`
