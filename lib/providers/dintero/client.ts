import { LIMITS } from '@/lib/config/limits'
import type { Exchange } from '@/lib/domain/operation/exchange'
import { plainSaying, type Saying } from '@/lib/domain/operation/saying'
import { parseJson } from '../http/json-body'
import { redactBody } from '../http/redact'
import type {
  ConnectionCheck,
  ListResult,
  OperationCommand,
  ProviderClient,
  ProviderTraits,
  ReadProblem,
  ReadResult,
  SendResult,
  Sent,
  TransactionLocator,
} from '../port'
import { checkConnection } from './check-connection'
import { errorMessage, plainWords } from './errors'
import { PLUGIN_NAME } from './events'
import { judgeAnswer } from './judge-answer'
import { listQuery, readPage } from './list-page'
import { mapTransaction } from './mapper'
import { operationBody, operationPath } from './request-body'
import type { ApiRequest, DinteroSession, NoToken } from './session'

const TRAITS: ProviderTraits = {
  echoesReference: ['capture', 'refund', 'void', 'update_authorization', 'extend_authorization'],
  settleWindowMs: LIMITS.provider.settleWindowMs,
  listsChanges: true,
  readSpacingMs: 1_000,
}

/** Dintero's checkout API for one account (fact sheet §4, §5, §8, §10). */
export class DinteroClient implements ProviderClient {
  readonly traits = TRAITS
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
    if (!mapped.ok) return { ok: false, problem: 'malformed', message: mapped.problem }
    if (mapped.snapshot.providerTransactionId !== locator.providerTransactionId) {
      return { ok: false, problem: 'malformed', message: 'the answer is about another payment' }
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
    const answer = await this.session.call(request)
    const result: SendResult =
      answer.kind === 'no_token'
        ? { outcome: 'not_sent', message: noAccess(answer), retryAt: answer.retryAt }
        : judgeAnswer(command, answer)
    const exchange: Exchange = {
      method: request.method,
      path: request.path,
      requestBody: request.body === null ? null : redactBody(request.body),
      status: answer.kind === 'answer' ? answer.status : null,
      responseBody: answer.kind === 'answer' ? redactBody(answer.body) : null,
      durationMs: Math.round(performance.now() - startedAt),
      problem: problemOf(answer),
    }
    return { result, exchange }
  }

  async #list(cursor: string | null, since: Date | null): Promise<ListResult> {
    const read = await this.#get(`/transactions?${listQuery(cursor, since)}`)
    if (!read.ok) return read
    return readPage(read.value, cursor, since)
  }

  async #get(
    path: string,
  ): Promise<{ ok: true; value: unknown } | { ok: false; problem: ReadProblem; message: string }> {
    const timeoutMs = LIMITS.provider.readTimeoutMs
    const answer = await this.session.call({ method: 'GET', path, body: null, timeoutMs })
    if (answer.kind === 'no_token') return { ok: false, ...pick(answer) }
    if (answer.kind !== 'answer') {
      return { ok: false, problem: 'unavailable', message: plainSaying(answer.problem) }
    }
    if (answer.status !== 200) {
      const said = errorMessage(answer.body)?.message ?? `HTTP ${answer.status}`
      return { ok: false, problem: readProblem(answer.status), message: plainWords(said) }
    }
    const json = parseJson(answer.body)
    if (json === null) return { ok: false, problem: 'malformed', message: 'the answer is not JSON' }
    return { ok: true, value: json.value }
  }
}

function readProblem(status: number): ReadProblem {
  if (status === 404) return 'not_found'
  return status === 401 || status === 403 ? 'unauthorized' : 'unavailable'
}

function pick({ problem, message }: NoToken): { problem: ReadProblem; message: string } {
  return { problem, message }
}

function problemOf(answer: Awaited<ReturnType<DinteroSession['call']>>): Saying | null {
  if (answer.kind === 'answer') return null
  return answer.kind === 'no_token' ? noAccess(answer) : answer.problem
}

/** Why nothing was sent, where the provider gave no access. */
function noAccess({ problem }: NoToken): Saying {
  return { code: 'no_access', values: { problem } }
}
