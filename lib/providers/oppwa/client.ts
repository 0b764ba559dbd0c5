import { LIMITS } from '@/lib/config/limits'
import type { CodedStatusDetail } from '@/lib/domain/operation/status-detail'
import { httpExchangeOf, type RecordedRequest } from '@/lib/providers/http/http-exchange'
import type {
  ConnectionCheck,
  FoundPayments,
  OperationCommand,
  ProviderClient,
  ReadFailure,
  ReadResult,
  SendResult,
  Sent,
  TransactionLocator,
} from '../port'
import { readFailure, unknownResult } from '../shared/results'
import { findProviderFeatures } from '../shared/provider-features'
import { checkConnection } from './check-connection'
import { buildTree, type PaymentTree } from './entries/payment-tree'
import type { FoundTree } from './entries/recent-trees'
import type { OppwaAccount } from './entries/reports'
import { mapApart } from './events'
import { interpretResponse, type Interpreted } from './interpret-response'
import { listPayments } from './list'
import { mapTree } from './mapper'
import { planOperation } from './request-body'
import type { OppwaEntry } from './schema'
import type { Fields } from './session'
import type { OppwaSettings } from './settings'

/**
 * The Open Payment Platform for one account: every operation is a payment of its own that refers to
 * an earlier one, and responses are about it alone (fact sheet §4–§6).
 */
export class OppwaClient implements ProviderClient {
  readonly features = findProviderFeatures('oppwa')
  readonly listTransactions: ProviderClient['listTransactions']

  constructor(private readonly account: OppwaAccount) {
    this.listTransactions = account.settings.dateSearch
      ? (cursor, since) => listPayments(account, cursor, since)
      : null
  }

  checkConnection(): Promise<ConnectionCheck> {
    return checkConnection(this.account)
  }

  async readTransaction(locator: TransactionLocator): Promise<ReadResult> {
    const found = await this.account.reports.readTree(locator)
    if (!found.ok) return found
    const mapped = mapTree(found.tree, this.account.settings)
    if (!mapped.ok) return readFailure('malformed', mapped.problem)
    return {
      ...mapped,
      separateEvents: mapApart(found.tree, found.separateEvents, this.account.settings),
    }
  }

  findPayments(reference: string): Promise<FoundPayments> {
    return this.account.reports.findPayments(reference)
  }

  /**
   * Reads the payment, sends, and adds the response to the read: responses hold no totals. When
   * the provider allows no read now, the last one serves if it shows all that is stored; without
   * it, or where the report lags behind, a success stays pending until a read.
   */
  async send(command: OperationCommand): Promise<Sent> {
    const { reports, settings, session } = this.account
    const id = command.transaction.providerTransactionId
    const read = id === '' ? null : await reports.readTree(locatorOf(command.transaction))
    if (read !== null && !read.ok && read.waitMs === undefined) {
      return notSent(id, { code: 'not_looked_first', values: { problem: read.problem } })
    }
    const known = read?.ok === true ? read : reports.recent.recall(command.transaction)
    const entityId = entityOf(known) ?? reports.knownEntity(id)
    if (entityId === null) return notSent(id, { code: 'entity_not_known' })
    const tree = upToDate(known, command.transaction)
    if (tree !== null && tree.currency !== command.currency) {
      return notSent(id, { code: 'in_other_currency', values: { currency: tree.currency } })
    }
    const planned = planOperation(command, entityId, tree, settings)
    if (!planned.ok) return notSent(id, planned.message, read)

    const startedAt = performance.now()
    const form = new URLSearchParams(planned.fields).toString()
    const timeoutMs = LIMITS.provider.writeTimeoutMs
    const response = await session.post(planned.path, form, timeoutMs, command.sendBeforeMs)
    const request = requestTo(planned.path, planned.fields)
    const httpExchange = httpExchangeOf(request, response, startedAt)
    const interpreted = interpretResponse(planned.requested, response, settings)
    if (interpreted.outcome === 'done' && tree !== null) {
      const built = treeWith(tree, interpreted.entry, settings)
      if (known !== null && built.ok) reports.recent.remember({ ...known, ...built })
    }
    return { result: resultOf(interpreted, tree, settings), httpExchange }
  }
}

function locatorOf({ providerTransactionId, orderReference }: TransactionLocator) {
  return { providerTransactionId, orderReference }
}

function entityOf(known: FoundTree | null): string | null {
  return known?.entityId ?? null
}

/** The tree that was seen, unless it lags behind what is known already. */
function upToDate(
  known: FoundTree | null,
  { knownEvents = 0 }: TransactionLocator,
): PaymentTree | null {
  return known !== null && known.tree.entries.length >= knownEvents ? known.tree : null
}

function resultOf(
  interpreted: Interpreted,
  tree: PaymentTree | null,
  settings: OppwaSettings,
): SendResult {
  if (interpreted.outcome === 'done') return doneResult(interpreted.entry, tree, settings)
  if (interpreted.outcome !== 'pending') return interpreted
  const { outcome, message, entry } = interpreted
  const mapped = entry === null || tree === null ? null : withEntry(tree, entry, settings)
  return { outcome, message, snapshot: mapped?.ok === true ? mapped.snapshot : null }
}

function doneResult(
  entry: OppwaEntry,
  tree: PaymentTree | null,
  settings: OppwaSettings,
): SendResult {
  if (tree === null)
    return { outcome: 'pending', message: { code: 'done_but_unseen' }, snapshot: null }
  const mapped = withEntry(tree, entry, settings)
  if (!mapped.ok) {
    return unknownResult({ code: 'unreadable_answer', values: { detail: mapped.problem } })
  }
  return { outcome: 'succeeded', snapshot: mapped.snapshot, providerReference: entry.id }
}

function withEntry(tree: PaymentTree, entry: OppwaEntry, settings: OppwaSettings) {
  const built = treeWith(tree, entry, settings)
  return built.ok ? mapTree(built.tree, settings) : built
}

function treeWith(tree: PaymentTree, entry: OppwaEntry, settings: OppwaSettings) {
  const entries = [...tree.entries.map((one) => one.entry), entry]
  return buildTree(entries, tree.root.entry.id, settings)
}

/** `read` is the read before the send, which may have to wait: then so has another try. */
function notSent(
  id: string,
  problem: CodedStatusDetail,
  read: FoundTree | ReadFailure | null = null,
): Sent {
  const waitMs = read?.ok === false ? read.waitMs : undefined
  const retryAt = waitMs === undefined ? null : new Date(Date.now() + waitMs).toISOString()
  return {
    result: { outcome: 'not_sent', message: problem, retryAt },
    httpExchange: httpExchangeOf(
      requestTo(`/v1/payments/${id}`, null),
      { kind: 'not_sent', problem },
      performance.now(),
    ),
  }
}

function requestTo(path: string, fields: Fields | null): RecordedRequest {
  return { method: 'POST', path, body: fields === null ? null : JSON.stringify(fields) }
}
