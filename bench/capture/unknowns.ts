import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import type { SandboxControl } from '@/testing/sandbox-control'
import { spread, type Spread } from '../support/statistics'
import type { SignedInPeople } from './action-layer'
import type { Payments } from './payments'

export interface UnknownsSettled {
  /** First reported state of the operations, with counts. */
  readonly reportedAs: Readonly<Record<string, number>>
  readonly endedAs: Readonly<Record<string, number>>
  /** Time from the send to the settled outcome, by the database's clock. */
  readonly settledAfterMs: Spread
  /** Captures that the sandbox received; exactly one per payment is right. */
  readonly sends: number
  readonly count: number
}

const SETTLE_LIMIT_MS = 60_000
const POLL_INTERVAL_MS = 250

/** Captures whose responses are lost, all at once; the running application settles them. */
export async function measureUnknowns(
  databaseUrl: string,
  people: SignedInPeople,
  payments: Payments,
  control: SandboxControl,
  count: number,
): Promise<UnknownsSettled> {
  const taken = payments.take(count)
  await control.clearCalls()
  await control.addFault({
    match: { operation: 'capture' },
    times: null,
    action: { type: 'drop', when: 'after' },
  })
  const reportedAs = await Promise.all(
    taken.map((payment, person) => people.capture(payment, person)),
  )
  const ids = taken.map((payment) => payment.id)
  const sql = postgres(databaseUrl, { max: 1, connect_timeout: 10 })
  try {
    const ended = await untilSettled(sql, ids)
    const calls = (await control.calls()).filter((call) => call.operation === 'capture')
    return {
      reportedAs: counted(reportedAs),
      endedAs: counted(ended.map((row) => row.state)),
      settledAfterMs: spread(ended.map((row) => row.afterMs)),
      sends: calls.length,
      count,
    }
  } finally {
    await sql.end({ timeout: 2 })
    await control.clearFaults()
  }
}

interface Ended {
  readonly state: string
  readonly afterMs: number
}

async function untilSettled(sql: postgres.Sql, ids: readonly string[]): Promise<readonly Ended[]> {
  const deadlineMs = performance.now() + SETTLE_LIMIT_MS
  while (performance.now() < deadlineMs) {
    const ended = await sql<Ended[]>`
      select state, (extract(epoch from settled_at - sent_at) * 1000)::float8 as "afterMs"
      from operations where transaction_id = any(${[...ids]}::uuid[]) and settled_at is not null`
    if (ended.length === ids.length) return ended
    await sleep(POLL_INTERVAL_MS)
  }
  throw new Error(`Not all outcomes were found out within ${SETTLE_LIMIT_MS / 1000} s.`)
}

function counted(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}
