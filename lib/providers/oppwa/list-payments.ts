import { LIMITS } from '@/lib/config/limits'
import type { MalformedEntry } from '@/lib/domain/provider'
import type { TransactionSnapshot } from '@/lib/domain/transaction-snapshot'
import type { ListResult } from '../port'
import type { OppwaParts } from './parts'
import { mapTree } from './mapper'
import { buildTree, ROOT_TYPES } from './payment-tree'
import { readEntries } from './read-entries'
import type { OppwaEntry } from './schema'
import type { Fields } from './session'

const DAY_MS = 24 * 60 * 60 * 1000

/** Where a list stands: the moment at which it began, so that pages don't shift, and what is next. */
interface Cursor {
  readonly untilMs: number
  readonly entity: number
  readonly page: number
}

/**
 * One page of the payments of the last days, each with what refers to it (§6.3): first those of the
 * connection's own channel, then those of the other one.
 */
export async function listPayments(parts: OppwaParts, cursor: string | null): Promise<ListResult> {
  const at = readCursor(cursor, parts.nowMs())
  const answer = await parts.session.get(
    '/v3/query',
    queryOf(parts, at),
    LIMITS.provider.readTimeoutMs,
  )
  const read = readEntries(answer)
  if (!read.ok && read.problem !== 'not_found') return read
  const { roots, snapshots, malformed } = mapPage(read.ok ? read.entries : [], parts)
  const isFull = roots >= LIMITS.page.providerList
  const next = isFull ? { ...at, page: at.page + 1 } : { ...at, entity: at.entity + 1, page: 1 }
  const isMore = next.entity < parts.entityIds.length
  return { ok: true, snapshots, malformed, next: isMore ? writeCursor(next) : null }
}

function queryOf({ settings, entityIds }: OppwaParts, { untilMs, entity, page }: Cursor): Fields {
  return {
    entityId: entityIds[entity] ?? entityIds[0],
    includeLinkedTransactions: 'true',
    paymentTypes: ROOT_TYPES.join(','),
    'date.from': wireTime(untilMs - settings.listDays * DAY_MS),
    'date.to': wireTime(untilMs),
    limit: String(LIMITS.page.providerList),
    pageNo: String(page),
  }
}

function readCursor(cursor: string | null, nowMs: number): Cursor {
  const [untilMs = nowMs, entity = 0, page = 1] = (cursor?.split('|') ?? []).map(Number)
  return { untilMs, entity, page }
}

function writeCursor({ untilMs, entity, page }: Cursor): string {
  return [untilMs, entity, page].join('|')
}

function mapPage(entries: readonly OppwaEntry[], { settings }: OppwaParts) {
  const roots = entries.filter((entry) => ROOT_TYPES.includes(entry.paymentType))
  const snapshots: TransactionSnapshot[] = []
  const malformed: MalformedEntry[] = []
  for (const { id } of roots) {
    const built = buildTree(entries, id, settings)
    const mapped = built.ok ? mapTree(built.tree, settings) : built
    if (mapped.ok) snapshots.push(mapped.snapshot)
    else malformed.push({ providerTransactionId: id, problem: mapped.problem })
  }
  return { roots: roots.length, snapshots, malformed }
}

/** `2025-03-05 13:27:41`, in universal time as all times of the platform; a begun second counts. */
function wireTime(ms: number): string {
  return new Date(Math.ceil(ms / 1000) * 1000).toISOString().slice(0, 19).replace('T', ' ')
}
