import { LIMITS } from '@/lib/config/limits'
import { plainStatusDetail } from '@/lib/domain/operation/status-detail'
import { httpExchangeOf, noAnswer } from '@/lib/providers/http/http-exchange'
import { parseJson } from '../http/json-body'
import { readProblemOf, readRefusalText } from '../http/read-problem'
import type {
  ConnectionCheck,
  ListResult,
  OperationCommand,
  ProviderClient,
  ReadFailure,
  ReadResult,
  SendResult,
  Sent,
  TransactionLocator,
} from '../port'
import { limitedRead, readFailure, readWithoutToken, withoutRight } from '../shared/results'
import { findProviderFeatures } from '../shared/provider-features'
import { checkConnection } from './check-connection'
import { errorMessage } from './errors'
import { PLUGIN_NAME } from './events'
import { interpretResponse } from './interpret-response'
import { listQuery, readPage } from './list'
import { mapTransaction } from './mapper'
import { operationBody, operationPath } from './request-body'
import type { ApiRequest, DinteroSession } from './session'

/** Dintero's checkout API for one account (fact sheet §4, §5, §8, §10). */
export class DinteroClient implements ProviderClient {
  readonly features = findProviderFeatures('dintero')
  readonly listTransactions = (cursor: string | null, since: Date | null): Promise<ListResult> =>
    this.#list(cursor, since)

  constructor(private readonly session: DinteroSession) {}

  checkConnection(): Promise<ConnectionCheck> {
    return checkConnection(this.session.accountId, () => this.#get('/transactions?limit=1'))
  }

  async readTransaction(locator: TransactionLocator): Promise<ReadResult> {
    const id = encodeURIComponent(locator.providerTransactionId)
    const read = await this.#get(`/transactions/${id}?includes=events.request_headers`)
    if (!read.ok) return read
    const mapped = mapTransaction(read.value)
    if (!mapped.ok) return readFailure('malformed', mapped.problem)
    if (mapped.snapshot.providerTransactionId !== locator.providerTransactionId) {
      return readFailure('malformed', 'the answer is about another payment')
    }
    return { ok: true, snapshot: mapped.snapshot }
  }

  async send(command: OperationCommand): Promise<Sent> {
    const request: ApiRequest = {
      method: 'POST',
      path: operationPath(command),
      body: operationBody(command),
      timeoutMs: LIMITS.provider.writeTimeoutMs,
      startBeforeMs: command.sendBeforeMs,
      headers: {
        'dintero-system-plugin-name': PLUGIN_NAME,
        'dintero-system-plugin-version': command.operationId,
      },
    }
    const startedAt = performance.now()
    const response = await this.session.call(request)
    const httpExchange = httpExchangeOf(request, response, startedAt)
    const result: SendResult =
      response.kind === 'no_token'
        ? { outcome: 'not_sent', message: noAnswer(response), retryAt: response.retryAt }
        : interpretResponse(command, response)
    return { result, httpExchange }
  }

  async #list(cursor: string | null, since: Date | null): Promise<ListResult> {
    const read = await this.#get(`/transactions?${listQuery(cursor, since)}`)
    if (!read.ok) return read
    return readPage(read.value, cursor, since)
  }

  async #get(path: string): Promise<{ readonly ok: true; readonly value: unknown } | ReadFailure> {
    const timeoutMs = LIMITS.provider.readTimeoutMs
    const response = await this.session.call({ method: 'GET', path, body: null, timeoutMs })
    if (response.kind === 'no_token') return readWithoutToken(response)
    if (response.kind !== 'answer')
      return readFailure('unavailable', plainStatusDetail(response.problem))
    if (response.status !== 200) {
      const message = errorMessage(response.body)?.message ?? `HTTP ${response.status}`
      if (response.status === 429) return limitedRead(response, message, Date.now())
      const refusal = readRefusalText(response.status, message)
      if (response.status === 403) return withoutRight(refusal, 'right_missing')
      return readFailure(readProblemOf(response.status), refusal)
    }
    const json = parseJson(response.body)
    if (json === null) return readFailure('malformed', 'the answer is not JSON')
    return { ok: true, value: json.value }
  }
}
