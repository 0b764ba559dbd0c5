import { createHash } from 'node:crypto'
import type postgres from 'postgres'
import {
  canMove,
  isOpen,
  OPERATION_STATES,
  type OperationState,
} from '@/lib/domain/operation/outcome'
import type { Finding } from '../model/findings'
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
  readonly previousHash: string
  readonly hash: string
}

/** Recomputes every chain from the formula, and reads the operations' whole lives out of it. */
export async function checkAudit(sql: postgres.Sql): Promise<Finding[]> {
  const entries = await sql<Entry[]>`
    select stream_id as "streamId", sequence::int, action, detail, hash, reason,
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
      actor_id as "actorId", actor_name as "actorName", actor_role as "actorRole",
      request_id as "requestId", operation_id as "operationId", previous_hash as "previousHash"
    from audit_entries order by stream_id, sequence`
  const heads = await sql<{ streamId: string; sequence: number; hash: string }[]>`
    select stream_id as "streamId", sequence::int, hash from audit_heads`
  const states = await sql<{ id: string; state: OperationState }[]>`
    select id, state from operations`
  const streams = groupBy(entries, ({ streamId }) => streamId)
  const findings = [...streams.values()].flatMap((stream) => [
    ...chainBreaks(stream),
    ...badLives(stream),
    ...stream.filter(lacksActor).map((entry) => finding('rows without actor', entry, entry.action)),
  ])
  for (const { streamId, sequence, hash } of heads) {
    const last = streams.get(streamId)?.at(-1)
    if (last?.sequence === sequence && last.hash === hash) continue
    findings.push({ kind: 'chain breaks', operationId: null, what: `head of ${streamId}` })
  }
  const last = new Map(entries.map((entry) => [entry.operationId, entry.action]))
  for (const { id, state } of states) {
    // The step to "sending" is told by the attempt row.
    const expected = state === 'sending' ? 'intended' : state
    if (last.get(id) === `operation.${expected}`) continue
    const what = `is ${state}, but the trail ends with ${last.get(id) ?? 'nothing'}`
    findings.push({ kind: 'rows without actor', operationId: id, what })
  }
  return findings
}

function finding(kind: Finding['kind'], entry: Entry, what: string): Finding {
  return { kind, operationId: entry.operationId, what: `entry ${entry.sequence}: ${what}` }
}

function chainBreaks(stream: readonly Entry[]): Finding[] {
  return stream.flatMap((entry, index) => {
    const before = stream[index - 1]
    const isNext =
      entry.sequence === (before?.sequence ?? 0) + 1 && entry.previousHash === (before?.hash ?? '')
    if (isNext && entry.hash === hashOf(entry)) return []
    return [finding('chain breaks', entry, isNext ? 'another hash' : 'does not follow')]
  })
}

function hashOf(entry: Entry): string {
  const text = jsonbText([
    ...[entry.streamId, entry.sequence, entry.at, entry.action, entry.actorId, entry.actorName],
    ...[entry.actorRole, entry.requestId, entry.operationId, entry.reason, entry.detail],
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
  if (entry.requestId === null || entry.operationId === null || entry.actorName === '') return true
  return entry.actorRole === 'system' ? entry.actorName !== 'Paydesk' : entry.actorId === null
}

/** Edges that the states may not take (I10), and operations that were open together (I3). */
function badLives(stream: readonly Entry[]): Finding[] {
  const states = new Map<string, OperationState>()
  return stream.flatMap((entry) => {
    const state = OPERATION_STATES.find((one) => entry.action === `operation.${one}`)
    if (state === undefined || entry.operationId === null) return []
    const before = states.get(entry.operationId)
    const others = [...states].filter(([id, one]) => id !== entry.operationId && isOpen(one))
    states.set(entry.operationId, state)
    if (before === undefined) {
      if (state !== 'intended') return [finding('money mismatches', entry, `begins as ${state}`)]
      return others.length === 0
        ? []
        : [finding('money mismatches', entry, 'begins while another operation is open')]
    }
    const reached = before === 'intended' ? ['sending' as const, before] : [before]
    return reached.some((one) => canMove(one, state))
      ? []
      : [finding('money mismatches', entry, `goes from ${before} to ${state}`)]
  })
}
