import { createHash } from 'node:crypto'
import type postgres from 'postgres'
import {
  canMove,
  isOpen,
  OPERATION_STATES,
  type OperationState,
} from '@/lib/domain/operation/outcome'
import type { Violation } from '../model/violations'
import { groupBy } from '../model/group-by'

interface Entry {
  readonly streamId: string
  readonly sequence: number
  readonly at: string
  readonly action: string
  readonly actorId: string | null
  readonly actorName: string
  readonly actorRole: string
  readonly requestId: string | null
  readonly operationId: string | null
  readonly reason: string | null
  readonly detail: unknown
  readonly address: string | null
  readonly previousHash: string
  readonly hash: string
}

/** Recomputes every hash chain from its formula, and checks the state changes of each operation. */
export async function checkAudit(sql: postgres.Sql): Promise<Violation[]> {
  const entries = await sql<Entry[]>`
    select stream_id as "streamId", sequence::int, action, detail, address, hash, reason,
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
      actor_id as "actorId", actor_name as "actorName", actor_role as "actorRole",
      request_id as "requestId", operation_id as "operationId", previous_hash as "previousHash"
    from audit_entries order by stream_id, sequence`
  const heads = await sql<{ streamId: string; sequence: number; hash: string }[]>`
    select stream_id as "streamId", sequence::int, hash from audit_heads`
  const states = await sql<{ id: string; state: OperationState }[]>`
    select id, state from operations`
  const streams = groupBy(entries, ({ streamId }) => streamId)
  const violations = [...streams.values()].flatMap((stream) => [
    ...chainBreaks(stream),
    ...invalidHistories(stream),
    ...stream
      .filter(lacksActor)
      .map((entry) => violation('rows without actor', entry, entry.action)),
  ])
  for (const { streamId, sequence, hash } of heads) {
    const last = streams.get(streamId)?.at(-1)
    if (last?.sequence === sequence && last.hash === hash) continue
    violations.push({ kind: 'chain breaks', operationId: null, what: `head of ${streamId}` })
  }
  const last = new Map(entries.map((entry) => [entry.operationId, entry.action]))
  for (const { id, state } of states) {
    // The change to "sending" has an attempt row instead of an audit entry.
    const expected = state === 'sending' ? 'intended' : state
    if (last.get(id) === `operation.${expected}`) continue
    const what = `is ${state}, but the trail ends with ${last.get(id) ?? 'nothing'}`
    violations.push({ kind: 'rows without actor', operationId: id, what })
  }
  return violations
}

function violation(kind: Violation['kind'], entry: Entry, what: string): Violation {
  return { kind, operationId: entry.operationId, what: `entry ${entry.sequence}: ${what}` }
}

function chainBreaks(stream: readonly Entry[]): Violation[] {
  return stream.flatMap((entry, index) => {
    const before = stream[index - 1]
    const isNext =
      entry.sequence === (before?.sequence ?? 0) + 1 && entry.previousHash === (before?.hash ?? '')
    if (isNext && entry.hash === hashOf(entry)) return []
    return [violation('chain breaks', entry, isNext ? 'another hash' : 'does not follow')]
  })
}

function hashOf(entry: Entry): string {
  const text = jsonbText([
    ...[entry.streamId, entry.sequence, entry.at, entry.action, entry.actorId, entry.actorName],
    ...[entry.actorRole, entry.requestId, entry.operationId, entry.reason, entry.detail],
    ...(entry.address === null ? [] : [entry.address]),
  ])
  return createHash('sha256').update(`${entry.previousHash}\n${text}`).digest('hex')
}

/** JSON as PostgreSQL writes a `jsonb`: blanks after commas and colons, shorter names first. */
export function jsonbText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonbText).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).sort(([left], [right]) => byNameLength(left, right))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}: ${jsonbText(member)}`).join(', ')}}`
}

function byNameLength(left: string, right: string): number {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length - b.length || Buffer.compare(a, b)
}

function lacksActor(entry: Entry): boolean {
  const isOfOperation = entry.action.startsWith('operation.')
  if (isOfOperation && entry.operationId === null) return true
  if (entry.requestId === null || entry.actorName === '') return true
  return entry.actorRole === 'system' ? entry.actorName !== 'Paydesk' : entry.actorId === null
}

/**
 * State changes that are not allowed (I10), and operations that were open at the same time (I3).
 */
function invalidHistories(stream: readonly Entry[]): Violation[] {
  const states = new Map<string, OperationState>()
  return stream.flatMap((entry) => {
    const state = OPERATION_STATES.find((one) => entry.action === `operation.${one}`)
    if (state === undefined || entry.operationId === null) return []
    const before = states.get(entry.operationId)
    const others = [...states].filter(([id, one]) => id !== entry.operationId && isOpen(one))
    states.set(entry.operationId, state)
    if (before === undefined) {
      if (state !== 'intended') return [violation('money mismatches', entry, `begins as ${state}`)]
      return others.length === 0
        ? []
        : [violation('money mismatches', entry, 'begins while another operation is open')]
    }
    const reached = before === 'intended' ? ['sending' as const, before] : [before]
    return reached.some((one) => canMove(one, state))
      ? []
      : [violation('money mismatches', entry, `goes from ${before} to ${state}`)]
  })
}
