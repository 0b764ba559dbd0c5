import { LIMITS } from '@/lib/config/limits'
import type { HttpResponse } from '../../http/send-request'
import type { ReadProblem, TransactionLocator } from '../../port'
import type { OppwaEntry } from '../schema'
import type { Fields, OppwaSession } from '../session'
import type { OppwaSettings } from '../settings'
import { buildTree, paymentIdOf, ROOT_TYPES, type PaymentTree } from './payment-tree'
import type { QueryGuard } from './query-guard'
import { readEntries, type EntriesResult } from './read-entries'

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

/** The reason why there is no tree; `throttled` says that no request was made. */
export interface NoTree {
  readonly ok: false
  readonly problem: ReadProblem | 'throttled'
  readonly message: string
}

export interface FoundTree {
  readonly ok: true
  readonly tree: PaymentTree
  /** Separate payments made by the requested operation. */
  readonly separateEvents: readonly OppwaEntry[]
  /** The channel of the payment: its operations must use the same (§3). */
  readonly entityId: string
}

/** Reads payments by the platform's reports, within the reads that it allows (§6, §9). */
export class OppwaReports {
  readonly #entityOf = new Map<string, string>()

  constructor(
    private readonly session: OppwaSession,
    private readonly settings: OppwaSettings,
    private readonly entityIds: readonly string[],
    private readonly guard: QueryGuard,
  ) {}

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
  async readTree(locator: TransactionLocator): Promise<FoundTree | NoTree> {
    const { providerTransactionId: askedId, operationReference } = locator
    if (askedId === '') return noTree('not_found', 'The payment has no id at the provider.')
    const linked = await this.#findLinked(askedId)
    if (!linked.ok) return linked
    const { entityId, entries } = linked
    const id = paymentIdOf(entries, askedId)
    const isShown = entries.some((entry) => entry.merchantTransactionId === operationReference)
    if (operationReference === undefined || isShown) return this.#treeOf(entries, id, entityId)
    const own = await this.findByReference(entityId, operationReference)
    if (!own.ok && own.problem !== 'not_found') return own
    const found = own.ok ? own.entries : []
    const separateEvents = found.filter(
      (entry) => entry.id !== id && ROOT_TYPES.includes(entry.paymentType),
    )
    return this.#treeOf([...entries, ...found], id, entityId, separateEvents)
  }

  /** Everything that carries a reference (§6.2). */
  async findByReference(entityId: string, reference: string): Promise<EntriesResult | NoTree> {
    const fields = { entityId, merchantTransactionId: reference }
    return this.#query(`reference ${reference}`, '/v1/query', fields)
  }

  async #findLinked(
    id: string,
  ): Promise<{ ok: true; entries: readonly OppwaEntry[]; entityId: string } | NoTree> {
    let last: NoTree = noTree('not_found', 'The provider does not know this payment.')
    const remembered = this.#entityOf.get(id)
    for (const entityId of remembered === undefined ? this.entityIds : [remembered]) {
      const path = `/v3/query/${encodeURIComponent(id)}`
      const found = await this.#query(`id ${id}`, path, {
        entityId,
        includeLinkedTransactions: 'true',
      })
      if (found.ok) {
        if (this.entityIds.length > 1) this.#entityOf.set(id, entityId)
        return { ...found, entityId }
      }
      last = found
      if (found.problem !== 'not_found') break
    }
    return last
  }

  #treeOf(
    entries: readonly OppwaEntry[],
    id: string,
    entityId: string,
    separateEvents: readonly OppwaEntry[] = [],
  ): FoundTree | NoTree {
    const built = buildTree(entries, id, this.settings)
    return built.ok ? { ...built, entityId, separateEvents } : noTree('malformed', built.problem)
  }

  async #query(key: string, path: string, fields: Fields): Promise<EntriesResult | NoTree> {
    const waitMs = this.guard.take(key)
    if (waitMs > 0) {
      const seconds = Math.ceil(waitMs / 1000)
      const message = `The provider allows only so many reads of a payment a minute. Try again in ${seconds} s.`
      return noTree('throttled', message)
    }
    const read = readEntries(await this.#get(path, fields))
    const [gap] = read.ok ? read.unread : []
    return gap === undefined ? read : noTree('malformed', gap.problem)
  }

  #get(path: string, fields: Fields): Promise<HttpResponse> {
    return this.session.get(path, fields, LIMITS.provider.readTimeoutMs)
  }
}

function noTree(problem: NoTree['problem'], message: string): NoTree {
  return { ok: false, problem, message }
}
