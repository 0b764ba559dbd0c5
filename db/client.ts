import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres, { type Sql } from 'postgres'
import { env } from '@/lib/config/env'
import { LIMITS } from '@/lib/config/limits'

export type Db = PostgresJsDatabase

/** A query did not come back in time. Whether it took effect is not known: read before retrying. */
class DatabaseDeadlineError extends Error {
  override readonly name = 'DatabaseDeadlineError'
}

interface Pool {
  readonly sql: Sql
  readonly db: Db
}

/**
 * PostgreSQL with a deadline on every query. The driver can leave a call unanswered when its
 * connection dies under load, so a query past its deadline condemns the whole pool: later queries
 * get a new one, and the old one is closed once it has had time to finish what it still can.
 */
export class Database {
  #pool: Pool

  constructor(
    private readonly url: string,
    private readonly poolSize: number = LIMITS.database.poolSize,
  ) {
    this.#pool = this.#open()
  }

  /**
   * Runs one statement. `query` must issue exactly one: nothing may depend on two statements
   * sharing a connection. Rejects with DatabaseDeadlineError past the deadline.
   */
  async run<T>(query: (db: Db) => PromiseLike<T>): Promise<T> {
    const pool = this.#pool
    let timer: NodeJS.Timeout | undefined
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.#replace(pool)
        reject(new DatabaseDeadlineError('the database did not answer in time'))
      }, LIMITS.database.queryDeadlineMs)
    })
    try {
      return await Promise.race([query(pool.db), deadline])
    } finally {
      clearTimeout(timer)
    }
  }

  /** Closes all connections; for scripts and tests. */
  async close(): Promise<void> {
    await this.#pool.sql.end({ timeout: 5 })
  }

  #open(): Pool {
    const sql = postgres(this.url, {
      max: this.poolSize,
      connect_timeout: LIMITS.database.connectTimeoutMs / 1000,
      idle_timeout: LIMITS.database.idleTimeoutMs / 1000,
      connection: {
        application_name: 'paydesk',
        statement_timeout: LIMITS.database.statementTimeoutMs,
      },
      onnotice: () => undefined,
    })
    return { sql, db: drizzle(sql, { casing: 'snake_case' }) }
  }

  #replace(condemned: Pool): void {
    if (this.#pool !== condemned) return
    this.#pool = this.#open()
    void condemned.sql
      .end({ timeout: LIMITS.database.queryDeadlineMs / 1000 })
      .catch(() => undefined)
  }
}

const shared = globalThis as typeof globalThis & { paydeskDatabase?: Database }

/** The database of this process. Kept on `globalThis`, so that module reloads share one pool. */
export function database(): Database {
  shared.paydeskDatabase ??= new Database(env().DATABASE_URL)
  return shared.paydeskDatabase
}
