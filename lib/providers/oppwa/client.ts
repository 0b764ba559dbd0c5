import { LIMITS } from '@/lib/config/limits'
import type { Saying } from '@/lib/domain/operation/saying'
import { exchangeOf, type KeptRequest } from '../http/exchange'
import type {
  ConnectionCheck,
  OperationCommand,
  ProviderClient,
  ReadResult,
  SendResult,
  Sent,
  TransactionLocator,
} from '../port'
import { readFailure, unknownResult } from '../shared/results'
import { traitsOf } from '../shared/traits'
import { checkConnection } from './check-connection'
import { buildTree, type PaymentTree } from './entries/payment-tree'
import type { FoundTree, NoTree, OppwaAccount } from './entries/reports'
import { mapApart } from './events'
import { interpretResponse, type Judged } from './interpret-response'
import { listPayments } from './list'
import { mapTree } from './mapper'
import { planOperation } from './request-body'
import type { OppwaEntry } from './schema'
import type { Fields } from './session'
import type { OppwaSettings } from './settings'

/**
 * The Open Payment Platform for one account: every operation is a payment of its own that refers to
 * an earlier one, and answers tell of it alone (fact sheet §4–§6).
 */
export class OppwaClient implements ProviderClient {
  readonly traits = traitsOf('oppwa')
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
    if (!found.ok) {
      const problem = found.problem === 'throttled' ? 'unavailable' : found.problem
      return { ...found, problem }
    }
    const mapped = mapTree(found.tree, this.account.settings)
    if (!mapped.ok) return readFailure('malformed', mapped.problem)
    return { ...mapped, apart: mapApart(found.tree, found.apart, this.account.settings) }
  }

  /**
   * Looks at the payment, sends, and adds the answer to what was seen: answers hold no totals. When
   * the provider allows no look now, or its report lags behind, a success stays pending until one.
   */
  async send(command: OperationCommand): Promise<Sent> {
    const { reports, settings, session } = this.account
    const id = command.transaction.providerTransactionId
    const seen = id === '' ? null : await reports.readTree(forLook(command.transaction))
    if (seen !== null && !seen.ok && seen.problem !== 'throttled') {
      return notSent(id, { code: 'not_looked_first', values: { problem: seen.problem } })
    }
    const entityId = entityOf(seen) ?? reports.knownEntity(id)
    if (entityId === null) return notSent(id, { code: 'entity_not_known' })
    const tree = upToDate(seen, command.transaction)
    if (tree !== null && tree.currency !== command.currency) {
      return notSent(id, { code: 'in_other_currency', values: { currency: tree.currency } })
    }
    const planned = planOperation(command, entityId, tree, settings)
    if (!planned.ok) return notSent(id, planned.message)

    const startedAt = performance.now()
    const form = new URLSearchParams(planned.fields).toString()
    const timeoutMs = LIMITS.provider.writeTimeoutMs
    const answer = await session.post(planned.path, form, timeoutMs, command.sendBeforeMs)
    const request = requestTo(planned.path, planned.fields)
    const exchange = exchangeOf(request, answer, startedAt)
    const judged = interpretResponse(planned.asked, answer, settings)
    return { result: resultOf(judged, tree, settings), exchange }
  }
}

function forLook({ providerTransactionId, orderReference }: TransactionLocator) {
  return { providerTransactionId, orderReference }
}

function entityOf(seen: FoundTree | NoTree | null): string | null {
  return seen?.ok === true ? seen.entityId : null
}

/** The tree that was seen, unless it lags behind what is known already. */
function upToDate(
  seen: FoundTree | NoTree | null,
  { knownEvents = 0 }: TransactionLocator,
): PaymentTree | null {
  return seen?.ok === true && seen.tree.entries.length >= knownEvents ? seen.tree : null
}

function resultOf(judged: Judged, tree: PaymentTree | null, settings: OppwaSettings): SendResult {
  if (judged.outcome === 'done') return doneResult(judged.entry, tree, settings)
  if (judged.outcome !== 'pending') return judged
  const { outcome, message, entry } = judged
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
  const entries = [...tree.entries.map((one) => one.entry), entry]
  const built = buildTree(entries, tree.root.entry.id, settings)
  return built.ok ? mapTree(built.tree, settings) : built
}

function notSent(id: string, problem: Saying): Sent {
  return {
    result: { outcome: 'not_sent', message: problem },
    exchange: exchangeOf(
      requestTo(`/v1/payments/${id}`, null),
      { kind: 'not_sent', problem },
      performance.now(),
    ),
  }
}

function requestTo(path: string, fields: Fields | null): KeptRequest {
  return { method: 'POST', path, body: fields === null ? null : JSON.stringify(fields) }
}
