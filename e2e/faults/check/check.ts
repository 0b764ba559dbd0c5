import type { Recorder } from '../model/recorder'
import type { Violation } from '../model/violations'
import type { Sends } from '../world/sends'
import type { World } from '../world/world'
import { checkAudit } from './check-audit'
import { checkBatches, listBatchRows } from './check-batches'
import { checkAuthors, listOwnEvents } from './check-authors'
import { checkLostAnswers, listLostAnswers } from './check-lost-answers'
import {
  checkOperations,
  checkTotals,
  effectsByOperation,
  listOperationRows,
  type OperationRow,
} from './check-money'
import { checkUnseen, listPaymentIds, listSeenIds } from './check-unseen'
import { checkWebhooks } from './check-webhooks'
import { checkReplies } from './check-replies'

export interface Checked {
  readonly violations: readonly Violation[]
  readonly operations: readonly OperationRow[]
  /** Milliseconds for which the outcomes of lost answers were open. */
  readonly lostMs: readonly number[]
}

/** Compares ledger, database, audit chain and replies once no operation is open. */
export async function check(
  world: World,
  recorder: Recorder,
  providerIds: readonly string[],
): Promise<Checked> {
  const { sql, provider, openOperations } = world
  const ledger = await world.participant.ledger(world.sandbox.control, providerIds)
  const operations = await listOperationRows(sql)
  const effects = effectsByOperation(ledger)
  const lostAnswers = listLostAnswers(operations, recorder.intendedFault, {
    slowness: (fromMs, toMs) => openOperations.slowness(fromMs, toMs),
    disturbedAtMs: [...world.freezer.actedAtMs, ...world.database.outagesAtMs],
  })
  const { sends } = provider
  const names = world.people.map(({ name }) => name)
  const violations: Violation[] = [
    ...(await checkTotals(sql, ledger)),
    ...checkOperations(operations, effects, sends.doubled(), recorder),
    ...checkLostAnswers(lostAnswers),
    ...checkAuthors(await listOwnEvents(sql), ledger),
    ...checkReplies(recorder.replies, operations, effects, names),
    ...checkBatches(await listBatchRows(sql), effects, ledger, world.rowRuns.twice),
    ...(await checkAudit(sql)),
    ...(await checkWebhooks(sql, recorder.webhooks)),
    ...checkUnseen(
      await listPaymentIds(world.sandbox.control, world.participant.provider),
      await listSeenIds(sql),
      recorder.failedImports,
    ),
    ...[...openOperations.withoutReservation].map((operationId): Violation => ({
      kind: 'money mismatches',
      operationId,
      what: 'was open without its reservation',
    })),
    ...sends.sendsWithoutIntent().map((operationId): Violation => ({
      kind: 'sends without intent',
      operationId,
      what: 'was sent before it was committed',
    })),
    ...sends.secondSends().map((operationId): Violation => ({
      kind: 'second sends of an unknown',
      operationId,
      what: 'was sent again',
    })),
    ...foreignHostViolations(world.foreignCalls()),
    ...world.instances.flatMap(({ deaths }) => Array.from({ length: deaths }, () => DEATH)),
  ]
  return {
    violations: violations.map((violation) => withDelay(violation, operations, sends)),
    operations,
    lostMs: lostAnswers.map(({ openMs }) => openMs),
  }
}

const DEATH: Violation = {
  kind: 'instances that died by themselves',
  operationId: null,
  what: 'see .cache/faults/instances-*.log',
}

function foreignHostViolations(calls: number): Violation[] {
  if (calls === 0) return []
  const what = `${calls} calls with credentials went to a host that is not the provider’s`
  return [{ kind: 'sends without intent', operationId: null, what }]
}

/** Adds to a violation how long after its attempt the operation was sent. */
function withDelay(
  violation: Violation,
  operations: readonly OperationRow[],
  sends: Sends,
): Violation {
  const { operationId } = violation
  const attemptAtMs = operations.find(({ id }) => id === operationId)?.attemptAtMs ?? null
  const sentAtMs = operationId === null ? null : sends.firstAtMs(operationId)
  if (attemptAtMs === null || sentAtMs === null) return violation
  return {
    ...violation,
    what: `${violation.what} (sent ${Math.round(sentAtMs - attemptAtMs)} ms after its attempt)`,
  }
}
