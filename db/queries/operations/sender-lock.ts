import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'

/**
 * Holds an attempt's lock until the answered function is called, or this process or its connection
 * is gone. While it is held bytes of the attempt may still leave, so silence of the provider proves
 * nothing.
 */
export async function holdSenderLock(
  database: Database,
  attemptId: string,
): Promise<() => Promise<void>> {
  const locks = locksOf(database)
  await locks.ask({ attemptId, isHeld: true })
  return () => locks.ask({ attemptId, isHeld: false })
}

/** True when the sender of an attempt still holds its lock; false where there is no attempt. */
export function isSenderAlive(attemptId: SQL): SQL {
  return sql`coalesce(not pg_try_advisory_xact_lock_shared(${keyOf(sql`${attemptId}::text`)}), false)`
}

function keyOf(name: SQL): SQL {
  return sql`hashtextextended(${name}, 0)`
}

interface LockRequest {
  readonly attemptId: string
  readonly isHeld: boolean
}

interface Claim extends LockRequest {
  readonly onDone: () => void
  readonly onError: (error: unknown) => void
}

/**
 * The locks of a process. They belong to one connection, which takes one statement at a time: what
 * is asked meanwhile goes together in the next one, so that many sends wait no longer than one.
 */
class SenderLocks {
  #waiting: Claim[] = []
  #isBusy = false

  constructor(private readonly session: Database) {}

  ask(lockRequest: LockRequest): Promise<void> {
    return new Promise((onDone, onError) => {
      this.#waiting.push({ ...lockRequest, onDone, onError })
      if (!this.#isBusy) void this.#work()
    })
  }

  async #work(): Promise<void> {
    this.#isBusy = true
    while (this.#waiting.length > 0) {
      const claims = this.#waiting
      this.#waiting = []
      try {
        await this.#grant(claims)
        for (const { onDone } of claims) onDone()
      } catch (error) {
        for (const { onError } of claims) onError(error)
      }
    }
    this.#isBusy = false
  }

  async #grant(claims: readonly Claim[]): Promise<void> {
    const wishes = JSON.stringify(claims.map(({ attemptId, isHeld }) => ({ attemptId, isHeld })))
    const key = keyOf(sql`wish."attemptId"`)
    await this.session.run((db) =>
      db.execute(sql`
        select case when wish."isHeld" then pg_try_advisory_lock(${key}) else pg_advisory_unlock(${key}) end
        from jsonb_to_recordset(${wishes}::jsonb) as wish("attemptId" text, "isHeld" boolean)`),
    )
  }
}

const known = new WeakMap<Database, SenderLocks>()

function locksOf(database: Database): SenderLocks {
  const locks = known.get(database) ?? new SenderLocks(database.session())
  known.set(database, locks)
  return locks
}
