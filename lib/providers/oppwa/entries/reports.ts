import { LIMITS } from '@/lib/config/limits'
import type { HttpResponse } from '../../http/send-request'
import type { FoundPayments, ReadFailure, TransactionLocator } from '../../port'
import { readFailure } from '../../shared/results'
import type { OppwaEntry } from '../schema'
import type { Fields, OppwaSession } from '../session'
import type { OppwaSettings } from '../settings'
import { buildTree, isFirst, paymentIdOf } from './payment-tree'
import type { ReadGuard } from './query-guard'
import { readEntries, type EntriesResult } from './read-entries'
import { RecentTrees, type FoundTree } from './recent-trees'

/** One channel at least. */
export type EntityIds = readonly [string, ...string[]]

/** The parts of the client of one account. */
export interface OppwaAccount {
  readonly session: OppwaSession
  readonly reports: OppwaReports
  readonly settings: OppwaSettings
  /** The channels of the merchant, the connection's own first (§3). */
  readonly entityIds: EntityIds
  readonly baseUrl: string
  readonly nowMs: () => number
}

/** Whether the list holds, with each payment, what refers to it: `unknown` until a page shows it. */
type ListsLinked = 'unknown' | 'included' | 'omitted'

/** Reads payments by the platform's reports, within the reads that it allows (§6, §9). */
export class OppwaReports {
  readonly #entityOf = new Map<string, string>()
  readonly recent: RecentTrees
  listsLinked: ListsLinked = 'unknown'

  constructor(
    private readonly session: OppwaSession,
    private readonly settings: OppwaSettings,
    private readonly entityIds: readonly string[],
    private readonly guard: ReadGuard,
    private readonly nowMs: () => number,
  ) {
    this.recent = new RecentTrees(nowMs)
  }

  /** The channel that is known to hold a payment, or the only one; null when it could be either. */
  knownEntity(paymentId: string): string | null {
    const only = this.entityIds.length === 1 ? this.entityIds[0] : undefined
    return this.#entityOf.get(paymentId) ?? only ?? null
  }

  /**
   * The whole tree of a payment, read by its id or by that of an operation in it. With an
   * `operationReference` that the tree doesn't show, that is looked up too: only if both reports
   * are without it, it is absent.
   */
  async readTree(locator: TransactionLocator): Promise<FoundTree | ReadFailure> {
    const { providerTransactionId: askedId, operationReference } = locator
    if (askedId === '') return readFailure('not_found', 'The payment has no id at the provider.')
    const linked = await this.#findLinked(askedId)
    if (!linked.ok) return linked
    const { entityId, entries } = linked
    const id = paymentIdOf(entries, askedId)
    const isShown = entries.some((entry) => entry.merchantTransactionId === operationReference)
    if (operationReference === undefined || isShown) return this.#treeOf(entries, id, entityId)
    const own = await this.findByReference(entityId, operationReference)
    if (!own.ok && own.problem !== 'not_found') return own
    if (own.ok && own.count === 0) return readFailure('malformed', 'the report holds no entries')
    const found = own.ok ? own.entries : []
    const separateEvents = found.filter((entry) => entry.id !== id && isFirst(entry))
    return this.#treeOf([...entries, ...found], id, entityId, separateEvents)
  }

  /**
   * The payments with a reference, or to whose operations it belongs, in every channel; else the
   * reference itself where it could be an id (§5, §6.2).
   */
  async findPayments(reference: string): Promise<FoundPayments> {
    const ids = new Set<string>()
    let missing: ReadFailure | null = null
    for (const entityId of this.entityIds) {
      const found = await this.findByReference(entityId, reference)
      if (found.ok) {
        for (const { id } of found.entries) ids.add(paymentIdOf(found.entries, id))
      } else if (found.problem !== 'not_found') return found
      else missing = found
    }
    if (ids.size > 0) return { ok: true, ids: [...ids] }
    if (missing === null || ID.test(reference)) return { ok: true, ids: [reference] }
    return missing
  }

  /** Everything that carries a reference (§6.2). */
  async findByReference(entityId: string, reference: string): Promise<EntriesResult> {
    const fields = { entityId, merchantTransactionId: reference }
    return this.#query(`reference ${reference}`, '/v1/query', fields)
  }

  /**
   * The report of a payment from the channel that holds it. A report without it leaves open where it
   * is: it names no channel, and then another channel’s “not found” proves no absence.
   */
  async #findLinked(
    id: string,
  ): Promise<{ ok: true; entries: readonly OppwaEntry[]; entityId: string } | ReadFailure> {
    let last: ReadFailure = readFailure('not_found', 'The provider does not know this payment.')
    let unclear: ReadFailure | null = null
    const remembered = this.#entityOf.get(id)
    for (const entityId of remembered === undefined ? this.entityIds : [remembered]) {
      const path = `/v3/query/${encodeURIComponent(id)}`
      const found = await this.#query(`id ${id}`, path, {
        entityId,
        includeLinkedTransactions: 'true',
      })
      if (found.ok && found.entries.some((entry) => entry.id === id)) {
        if (this.entityIds.length > 1) this.#entityOf.set(id, entityId)
        return { ...found, entityId }
      }
      if (found.ok) {
        unclear = readFailure('malformed', 'the report does not hold the payment')
        continue
      }
      last = found
      if (found.problem !== 'not_found') return last
    }
    return unclear ?? last
  }

  #treeOf(
    entries: readonly OppwaEntry[],
    id: string,
    entityId: string,
    separateEvents: readonly OppwaEntry[] = [],
  ): FoundTree | ReadFailure {
    const built = buildTree(entries, id, this.settings)
    if (!built.ok) return readFailure('malformed', built.problem)
    const found: FoundTree = { ...built, entityId, separateEvents, readAtMs: this.nowMs() }
    this.recent.remember(found)
    return found
  }

  async #query(key: string, path: string, fields: Fields): Promise<EntriesResult> {
    const waitMs = await this.#waitFor(key)
    if (waitMs === null) return readFailure('unavailable', 'Reads cannot be counted now.')
    if (waitMs > 0) {
      const seconds = Math.ceil(waitMs / 1000)
      const message = `The provider allows only so many reads of a payment a minute. Try again in ${seconds} s.`
      return { ...readFailure('unavailable', message), waitMs }
    }
    const read = readEntries(await this.#get(path, fields))
    const [gap] = read.ok ? read.unread : []
    return gap === undefined ? read : readFailure('malformed', gap.problem)
  }

  /** Null when the count is not to be had, which the counter has logged; then nothing is read. */
  async #waitFor(key: string): Promise<number | null> {
    try {
      return await this.guard.take(key)
    } catch {
      return null
    }
  }

  #get(path: string, fields: Fields): Promise<HttpResponse> {
    return this.session.get(path, fields, LIMITS.provider.readTimeoutMs)
  }
}

/** An id of the platform (§5); an order reference may look like one too. */
const ID = /^[a-f0-9]{32}$/
