import type { Diary } from '../model/diary'
import type { Finding } from '../model/findings'
import type { Sends } from '../world/sends'
import type { World } from '../world/world'
import { checkAudit } from './check-audit'
import {
  checkOperations,
  checkTotals,
  effectsByOperation,
  listOperationRows,
  type OperationRow,
} from './check-money'
import { checkWebhooks } from './check-webhooks'
import { checkWords } from './check-words'

export interface Checked {
  readonly findings: readonly Finding[]
  readonly operations: readonly OperationRow[]
}

/** Compares ledger, database, audit chain and what people heard, once everything is quiet. */
export async function check(
  world: World,
  diary: Diary,
  providerIds: readonly string[],
): Promise<Checked> {
  const { sql, provider, board } = world
  const ledger = await world.participant.ledger(world.sandbox.control, providerIds)
  const operations = await listOperationRows(sql)
  const effects = effectsByOperation(ledger)
  const { sends } = provider
  const names = world.people.map(({ name }) => name)
  const findings: Finding[] = [
    ...(await checkTotals(sql, ledger)),
    ...checkOperations(operations, effects, sends.doubled(), diary.mayNeedReview),
    ...checkWords(diary.hearings, operations, effects, names),
    ...(await checkAudit(sql)),
    ...(await checkWebhooks(sql, diary.webhooks)),
    ...[...board.unheld].map((operationId): Finding => ({
      ...{ kind: 'money mismatches', operationId, what: 'was open without its reservation' },
    })),
    ...sends.unannounced().map((operationId): Finding => ({
      ...{ kind: 'sends without intent', operationId, what: 'was sent before it was committed' },
    })),
    ...sends.secondSends().map((operationId): Finding => ({
      ...{ kind: 'second sends of an unknown', operationId, what: 'was sent again' },
    })),
    ...foreignFindings(world.foreignCalls()),
    ...world.instances.flatMap(({ deaths }) => Array.from({ length: deaths }, () => DEATH)),
  ]
  return { findings: findings.map((finding) => withDelay(finding, operations, sends)), operations }
}

const DEATH: Finding = {
  ...{ kind: 'instances that died by themselves', operationId: null },
  what: 'see .cache/faults/instances-*.log',
}

function foreignFindings(calls: number): Finding[] {
  if (calls === 0) return []
  const what = `${calls} calls with credentials went to a host that is not the provider’s`
  return [{ kind: 'sends without intent', operationId: null, what }]
}

/** Adds how long after its attempt an operation was sent, for whoever looks for the cause. */
function withDelay(finding: Finding, operations: readonly OperationRow[], sends: Sends): Finding {
  const { operationId } = finding
  const attemptAtMs = operations.find(({ id }) => id === operationId)?.attemptAtMs ?? null
  const sentAtMs = operationId === null ? null : sends.firstAtMs(operationId)
  if (attemptAtMs === null || sentAtMs === null) return finding
  return {
    ...finding,
    what: `${finding.what} (sent ${Math.round(sentAtMs - attemptAtMs)} ms after its attempt)`,
  }
}
