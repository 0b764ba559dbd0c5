import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { QUIET_LIMIT_MS } from '../model/limits'
import { Random } from '../model/random'
import { variantsOf } from '../plan/participant'
import type { Variant } from '../plan/variant'
import type { SeedContext } from './fault-context'
import type { Supplied } from './payment-supply'

/** Lost and late answers, and an instance that is killed on each side of the intent and the effect. */
const FAULTS = ['N3', 'N4', 'P1', 'K2', 'K3', 'K6', 'K7'] as const
const HARMED_SHARE = 0.5
const POLL_MS = 200
/** Enough for a row that one instance after the other has taken down with it. */
const MS_A_ROW = 1_000

/**
 * Rehearses a batch that captures these payments, plans a fault for some of its rows, starts it, and
 * waits until it has ended. All instances work it off, while the plan's own faults go on.
 */
export async function runBatch(
  context: SeedContext,
  seed: number,
  payments: readonly Supplied[],
): Promise<void> {
  if (payments.length === 0) return
  const { world } = context
  const { importer, sql } = world
  const random = new Random(seed + 1)
  const actor = random.pick(world.people.filter(({ role }) => role === 'admin'))
  const batch = { batchId: randomUUID(), transactionIds: payments.map(({ id }) => id) }
  const step = async (name: 'rehearse' | 'start'): Promise<void> => {
    const problem = await importer.batch(name, batch, actor)
    if (problem !== null) throw new Error(`the batch could not ${name}: ${problem}`)
  }
  await step('rehearse')
  const rows = await sql<{ operationId: string }[]>`
    select operation_id as "operationId" from batch_rows
    where batch_id = ${batch.batchId} order by number`
  const undo = rows
    .filter(() => random.chance(HARMED_SHARE))
    .map(({ operationId }) => planFault(context, operationId, random))
  await step('start')
  const deadline = Date.now() + QUIET_LIMIT_MS + MS_A_ROW * payments.length
  while (!(await hasEnded(context, batch.batchId)) && Date.now() < deadline) await sleep(POLL_MS)
  for (const remove of undo) remove()
}

async function hasEnded({ world }: SeedContext, batchId: string): Promise<boolean> {
  const [batch] = await world.sql`select 1 from batches where id = ${batchId} and state = 'ended'`
  return batch !== undefined
}

/** Plans one of the provider's own variants. @returns the function that removes it */
function planFault(
  { world, recorder }: SeedContext,
  operationId: string,
  random: Random,
): () => void {
  const variants = variantsOf(world.participant, random.pick(FAULTS)).filter(isForRows)
  if (variants.length === 0) return () => undefined
  const { fault, injection, mayNeedReview } = random.pick(variants)
  recorder.intendedFault.set(operationId, fault)
  if (mayNeedReview === true) recorder.mayNeedReview.add(operationId)
  const hit = () => recorder.hit(fault)
  if (injection.type === 'write') {
    return world.provider.rules.add(operationId, injection.action, 1, hit)
  }
  if (injection.type !== 'kill' || !('statement' in injection.at)) return () => undefined
  const { statement, action } = injection.at
  return world.database.rules.add({
    statement,
    key: operationId,
    action,
    onHit: ({ instanceIndex }) => world.freezer.killAt(instanceIndex, hit),
  })
}

function isForRows({ injection, kinds }: Variant): boolean {
  if (kinds !== undefined && !kinds.includes('capture')) return false
  return injection.type === 'write'
    ? injection.reads === undefined
    : injection.type === 'kill' && 'statement' in injection.at && injection.inRepair !== true
}
