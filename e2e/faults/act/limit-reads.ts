import { setTimeout as sleep } from 'node:timers/promises'
import { PROVIDER_MINUTE_MS, SHORT_LIMITS } from '../model/limits'
import { ReadLimiter } from '../model/read-limiter'
import type { Injection } from '../plan/variant'
import { LOST_REQUEST, LOST_RESPONSE, once, submit, type FaultContext } from './fault-context'

/** Reads of one payment that a provider allows in a minute, each with this many calls. */
const READS = 2
const ROUNDS = 4

/**
 * Loses an answer at a provider that limits the reads of a payment. Repair of all instances reads
 * it, and two people at two instances ask for the outcome again and again meanwhile.
 */
export async function limitReads(
  context: FaultContext,
  { tellsTime }: Extract<Injection, { type: 'read-limit' }>,
): Promise<void> {
  const { world, payment, request, random } = context
  const { operationId } = request.input
  const hit = once(context.hit)
  const headers = tellsTime ? { 'retry-after': '1' } : {}
  const action = {
    type: 'limit',
    limiter: new ReadLimiter(READS * world.participant.wire.callsOfRead, PROVIDER_MINUTE_MS),
    fault: { type: 'status', status: 429, when: 'before', headers },
    onLimited: hit,
  } as const
  let undo: (() => void) | undefined
  const lostCall = random.pick([LOST_REQUEST, LOST_RESPONSE])
  world.provider.rules.add(operationId, lostCall, 1, () => {
    undo = world.provider.rules.add(payment.providerId, action, Infinity)
  })
  await submit(context)
  for (let round = 0; round < ROUNDS; round += 1) {
    const [one, other] = world.instances
    const waits = await Promise.all([one?.check(operationId), other?.check(operationId)])
    if (waits.some((waitMs) => waitMs != null && waitMs > SPACING_MS)) hit()
    await sleep(SPACING_MS)
  }
  await world.openOperations.waitUntilFree(payment.id)
  undo?.()
}

const SPACING_MS = 2 * SHORT_LIMITS.providers.oppwa.readSpacingMs
