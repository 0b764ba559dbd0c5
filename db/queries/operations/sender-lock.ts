import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'

/** An attempt's lock, as its sender knows of it. */
export interface SenderLock {
  /** False once the connection that holds it has ended: others may take the send for over. */
  isHeld(): boolean
  release(): Promise<void>
}

/**
 * Holds an attempt's lock until it is released, or this process or its connection is gone. While it
 * is held bytes of the attempt may still leave, so silence of the provider proves nothing. Throws
 * when the lock does not stand.
 */
export async function holdSenderLock(database: Database, attemptId: string): Promise<SenderLock> {
  const locks = locksOf(database)
  const session = database.session()
  // Counted before it is taken: a connection that ends meanwhile makes the lock doubtful.
  const endedBefore = session.endedConnections
  await locks.ask({ attemptId, isHeld: true })
  return {
    isHeld: () => session.endedConnections === endedBefore,
    release: () => locks.ask({ attemptId, isHeld: false }),
  }
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

/** The longest that a lock which is given back waits for a statement to go with. */
const RELEASE_WITHIN_MS = 20

/**
 * The locks of a process. They belong to one connection, which takes one statement at a time: what
 * is asked meanwhile goes together in the next one, so that many sends wait no longer than one. What
 * is given back nobody waits for: it goes with the next lock that is asked for, or soon by itself.
 */
class SenderLocks {
  #waiting: Claim[] = []
  #isBusy = false
  #later: NodeJS.Timeout | undefined

  constructor(private readonly session: Database) {}

  ask(lockRequest: LockRequest): Promise<void> {
    return new Promise((onDone, onError) => {
      this.#waiting.push({ ...lockRequest, onDone, onError })
      if (lockRequest.isHeld) this.#begin()
      else this.#later ??= setTimeout(() => this.#begin(), RELEASE_WITHIN_MS)
    })
  }

  #begin(): void {
    if (!this.#isBusy) void this.#work()
  }

  async #work(): Promise<void> {
    this.#isBusy = true
    while (this.#waiting.length > 0) {
      const claims = this.#waiting
      this.#waiting = []
      clearTimeout(this.#later)
      this.#later = undefined
      try {
        const granted = await this.#grant(claims)
        for (const { attemptId, isHeld, onDone, onError } of claims) {
          if (isHeld && !granted.has(attemptId)) onError(new Error('the lock of a send is taken'))
          else onDone()
        }
      } catch (error) {
        for (const { onError } of claims) onError(error)
      }
    }
    this.#isBusy = false
  }

  /** Answers the attempts whose lock was taken or released. */
  async #grant(claims: readonly Claim[]): Promise<ReadonlySet<string>> {
    const wishes = JSON.stringify(claims.map(({ attemptId, isHeld }) => ({ attemptId, isHeld })))
    const key = keyOf(sql`wish."attemptId"`)
    const rows = await this.session.run((db) =>
      db.execute<{ attemptId: string; isDone: boolean }>(sql`
        select wish."attemptId",
          case when wish."isHeld" then pg_try_advisory_lock(${key}) else pg_advisory_unlock(${key}) end
            as "isDone"
        from jsonb_to_recordset(${wishes}::jsonb) as wish("attemptId" text, "isHeld" boolean)`),
    )
    return new Set(rows.flatMap(({ attemptId, isDone }) => (isDone ? [attemptId] : [])))
  }
}

const known = new WeakMap<Database, SenderLocks>()

function locksOf(database: Database): SenderLocks {
  const locks = known.get(database) ?? new SenderLocks(database.session())
  known.set(database, locks)
  return locks
}
