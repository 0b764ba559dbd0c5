import { z } from 'zod'
import { LIMITS } from '@/lib/config/limits'
import { plainStatusDetail } from '@/lib/domain/operation/status-detail'
import { readProblemOf } from '../../http/read-problem'
import type { ReadFailure, ReadResult } from '../../port'
import { describeFirstIssue } from '../../shared/fields'
import { limitedRead, readFailure } from '../../shared/results'
import { merchantMessage } from '../errors'
import { mapPayment } from '../mapper'
import { invoiceSchema, listOf, transactionSchema, type BamboraTransaction } from '../schema'
import type { BamboraCheckoutSession, Service } from '../session'
import { readEnvelope, type Envelope } from './envelope'
import { isInvoice, methodOf } from './method'
import { readOperations } from './operations'

export type Read<Value> = { readonly ok: true; readonly value: Value } | ReadFailure

/** A call that answers only whether these credentials are good (fact sheet §3.1). */
export const PERMISSIONS_PATH = '/merchant/functionpermissionsandfeatures'

const transactionResponse = z.object({ transaction: transactionSchema })
const invoicesResponse = z.object({ invoices: listOf(invoiceSchema) })

/** Reads what the provider holds of payments (fact sheet §6). */
export class PaymentReader {
  constructor(private readonly session: BamboraCheckoutSession) {}

  /**
   * One payment whole. Its history is read before its sums, so that sums never lack what the
   * history already shows.
   */
  async payment(id: string): Promise<ReadResult> {
    const path = `/transactions/${encodeURIComponent(id)}`
    const history = await this.get('merchant', `${path}/transactionoperations`)
    if (!history.ok) return history
    const read = await this.get('merchant', path)
    if (!read.ok) return read
    const parsed = transactionResponse.safeParse(read.value.body)
    if (!parsed.success) return malformed(describeFirstIssue(parsed.error))
    const { transaction } = parsed.data
    if (transaction.id !== id) return malformed('the answer is about another payment')
    return this.#complete(transaction, history.value)
  }

  /** A payment of the list, which comes without its history. */
  async listed(transaction: BamboraTransaction): Promise<ReadResult> {
    const path = `/transactions/${transaction.id}/transactionoperations`
    const history = await this.get('merchant', path)
    return history.ok ? this.#complete(transaction, history.value) : history
  }

  /** Any read: `meta.result` decides, whatever the HTTP status. */
  async get(service: Service, path: string): Promise<Read<Envelope>> {
    const timeoutMs = LIMITS.provider.readTimeoutMs
    const response = await this.session.call({
      service,
      method: 'GET',
      path,
      body: null,
      timeoutMs,
    })
    if (response.kind !== 'answer')
      return readFailure('unavailable', plainStatusDetail(response.problem))
    const envelope = readEnvelope(response.body)
    if (envelope?.meta.result === true) return { ok: true, value: envelope }
    if (response.status === 429) {
      return limitedRead(response, 'too many requests (HTTP 429)', Date.now())
    }
    if (envelope === null) {
      const problem = response.status === 200 ? 'malformed' : readProblemOf(response.status)
      return readFailure(problem, `the answer (HTTP ${response.status}) is not the provider’s`)
    }
    return this.#refusal(path, response.status, merchantMessage(envelope.meta))
  }

  /** The codes are not published, so who is refused asks whether the credentials are still good. */
  async #refusal(path: string, status: number, message: string): Promise<ReadFailure> {
    if (status !== 200) return readFailure(readProblemOf(status), message)
    if (path === PERMISSIONS_PATH) return readFailure('unauthorized', message)
    const permitted = await this.get('login', PERMISSIONS_PATH)
    if (permitted.ok) return readFailure('not_found', message)
    return { ...permitted, message }
  }

  async #complete(transaction: BamboraTransaction, history: Envelope): Promise<ReadResult> {
    const read = readOperations(history.body)
    if (!read.ok) return malformed(read.problem)
    const invoices = await this.#invoices(transaction)
    if (!invoices.ok) return invoices
    const parts = { transaction, operations: read.operations, invoices: invoices.value }
    const mapped = mapPayment(parts, this.session.credentials.accountId)
    return mapped.ok ? mapped : malformed(mapped.problem)
  }

  async #invoices(transaction: BamboraTransaction) {
    if (!isInvoice(methodOf(transaction)) || transaction.total.captured === 0) {
      return { ok: true, value: [] } as const
    }
    const read = await this.get('merchant', `/transactions/${transaction.id}/invoices`)
    if (!read.ok) return read
    const parsed = invoicesResponse.safeParse(read.value.body)
    if (!parsed.success) return malformed(describeFirstIssue(parsed.error))
    return { ok: true, value: parsed.data.invoices } as const
  }
}

function malformed(message: string): ReadFailure {
  return readFailure('malformed', message)
}
