import { randomUUID } from 'node:crypto'
import type { Database } from '@/db/client'
import type { Actor } from '@/lib/domain/access/actor'
import type { OperationContext } from '@/lib/operations/runner/start-operation'

/** The context of a request made now. */
export function contextOf(database: Database, actor: Actor): OperationContext {
  return { database, actor, requestId: randomUUID(), requestedAt: new Date().toISOString() }
}
