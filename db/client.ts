import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres, { type Sql } from 'postgres'
import { env } from '@/lib/config/env'
import { LIMITS } from '@/lib/config/limits'
import { findSqlState, withoutPersonalData } from './database-error'
import { databaseTls, openSql } from './open-sql'

export type Db = PostgresJsDatabase

/** A query did not come back in time. Whether it took effect is not known: read before retrying. */
class DatabaseDeadlineError extends Error {
  override readonly name = 'DatabaseDeadlineError'
}

/** SQLSTATE of a write for which the server's disk has no room. */
const DISK_FULL = '53100'

/** One connection, opened when it is first used, and closed by the driver when it is idle. */
interface Client {
  readonly sql: Sql
  readonly db: Db
}

/**
 * PostgreSQL with a deadline on every query. The driver never gets a second statement before the
 * first is answered, and a connection that broke or hung is thrown away together with the driver's
 * state about it: reused, it would leave calls unanswered, or answer with remains of an earlier
 * one.
 */
export class Database {
  /** The one used last is taken first, so that those not needed close. */
  readonly #idle: Client[]
  readonly #clients: Set<Client>
  /** Calls that wait for a client, in their order. */
  readonly #waiting = new Set<(client: Client) => void>()
  readonly #tls: ReturnType<typeof databaseTls>
  #session: Database | null = null
  #isClosed = false
  #endedConnections = 0
  #diskFullAt = -Infinity

  /** @param lasts true for connections that stay open while they are idle */
  constructor(
    private readonly url: string,
    poolSize: number = LIMITS.database.poolSize,
    private readonly lasts = false,
  ) {
    this.#tls = databaseTls(url)
    this.#idle = Array.from({ length: poolSize }, () => this.#open())
    this.#clients = new Set(this.#idle)
  }

  /**
   * Runs one statement. `query` must issue exactly one: nothing may depend on two statements
   * sharing a connection. Rejects with DatabaseDeadlineError past the deadline, which counts from
   * this call, and with DatabaseError, which carries no values, when the database refuses or fails.
   */
  async run<T>(query: (db: Db) => PromiseLike<T>): Promise<T> {
    const endsAtMs = performance.now() + LIMITS.database.queryDeadlineMs
    const client = this.#idle.pop() ?? (await this.#nextFree())
    let isSound = false
    try {
      const result = await before(endsAtMs, query(client.db))
      isSound = true
      return result
    } catch (error) {
      isSound = isAboutStatement(error)
      const reported = withoutPersonalData(error)
      if (findSqlState(reported) === DISK_FULL) this.#diskFullAt = performance.now()
      throw reported
    } finally {
      this.#giveBack(isSound ? client : this.#replace(client))
    }
  }

  /** The same database through one connection that lasts, for what ends with its connection. */
  session(): Database {
    this.#session ??= new Database(this.url, 1, true)
    return this.#session
  }

  /**
   * Number of connections that have ended, by either side; what a session held when one ended, a
   * lock for instance, is gone. A connection whose end this process was not told of is not counted.
   */
  get endedConnections(): number {
    return this.#endedConnections
  }

  /** Milliseconds since the database last refused a statement because its disk is full; else Infinity. */
  get sinceDiskFullMs(): number {
    return performance.now() - this.#diskFullAt
  }

  /** Says that the disk has room again, as a write that needed new pages has shown. */
  noteRoomOnDisk(): void {
    this.#diskFullAt = -Infinity
  }

  /** The connections that may be used, those in use now, and the calls that wait for one. */
  get use(): { readonly size: number; readonly busy: number; readonly waiting: number } {
    const { size } = this.#clients
    return { size, busy: size - this.#idle.length, waiting: this.#waiting.size }
  }

  /** Closes all connections, for good; for scripts and tests. */
  async close(): Promise<void> {
    this.#isClosed = true
    const ends = [...this.#clients].map(({ sql }) => sql.end({ timeout: 5 }))
    await Promise.all([...ends, this.#session?.close()])
  }

  #nextFree(): Promise<Client> {
    return new Promise((resolve, reject) => {
      const begin = (client: Client) => {
        clearTimeout(timer)
        resolve(client)
      }
      const timer = setTimeout(() => {
        this.#waiting.delete(begin)
        reject(deadlineError())
      }, LIMITS.database.queryDeadlineMs)
      this.#waiting.add(begin)
    })
  }

  #giveBack(client: Client): void {
    const [next] = this.#waiting
    if (next === undefined) {
      this.#idle.push(client)
    } else {
      this.#waiting.delete(next)
      next(client)
    }
  }

  /** A fresh client in the place of one whose connection cannot be relied on any more. */
  #replace(condemned: Client): Client {
    if (this.#isClosed) return condemned
    const client = this.#open()
    this.#endedConnections += 1
    this.#clients.delete(condemned)
    this.#clients.add(client)
    void condemned.sql.end({ timeout: 0 }).catch(() => undefined)
    return client
  }

  #open(): Client {
    const options = {
      max: 1,
      connect_timeout: LIMITS.database.connectTimeoutMs / 1000,
      ...(this.lasts
        ? { idle_timeout: 0, max_lifetime: 0 }
        : { idle_timeout: LIMITS.database.idleTimeoutMs / 1000 }),
      // Only arrays need it; when the connection dies during it, the driver's error stays uncaught.
      fetch_types: false,
      connection: {
        application_name: 'paydesk',
        statement_timeout: LIMITS.database.statementTimeoutMs,
      },
      onnotice: () => undefined,
      onclose: () => {
        this.#endedConnections += 1
      },
    }
    const sql = openSql(this.url, options, this.#tls)
    return { sql, db: drizzle(prepareAll(sql), { casing: 'snake_case' }) }
  }
}

/** Without `simple: false` the driver would send statements without parameters as plain text. */
const NAMED = { prepare: true, simple: false }

/**
 * Drizzle asks for unnamed statements, each of which takes a second round trip and is planned anew.
 * Named ones are planned once a connection; `?prepare=false` in the address turns them off for
 * poolers that cannot carry them.
 */
function prepareAll(sql: Sql): Sql {
  const unsafe = sql.unsafe.bind(sql)
  sql.unsafe = (statement, parameters, options) =>
    unsafe(statement, parameters, { ...options, ...NAMED })
  return sql
}

async function before<T>(endsAtMs: number, answer: PromiseLike<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(deadlineError()), endsAtMs - performance.now())
  })
  try {
    return await Promise.race([answer, deadline])
  } finally {
    clearTimeout(timer)
  }
}

function deadlineError(): DatabaseDeadlineError {
  return new DatabaseDeadlineError('the database did not answer in time')
}

/** True when the server rejected the statement itself, so that the connection is in order. */
function isAboutStatement(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current instanceof postgres.PostgresError) return current.severity === 'ERROR'
  }
  return false
}

const shared = globalThis as typeof globalThis & { paydeskDatabase?: Database }

/** The database of this process. Kept on `globalThis`, so that module reloads share one pool. */
export function database(): Database {
  shared.paydeskDatabase ??= new Database(env().DATABASE_URL)
  return shared.paydeskDatabase
}

/** Closes the database of this process if it was used; for scripts. */
export async function closeDatabase(): Promise<void> {
  await shared.paydeskDatabase?.close()
}
