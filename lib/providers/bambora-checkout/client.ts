import { LIMITS } from '@/lib/config/limits'
import type { Exchange } from '@/lib/domain/operation/exchange'
import { redactBody } from '../http/redact'
import type { HttpAnswer } from '../http/send-request'
import type {
  ConnectionCheck,
  ListResult,
  OperationCommand,
  ProviderClient,
  ProviderTraits,
  ReadResult,
  SendResult,
  Sent,
  TransactionLocator,
} from '../port'
import { checkConnection } from './check-connection'
import { judgeAnswer } from './judge-answer'
import { judgeMade } from './judge-made'
import { listPage } from './list'
import { PaymentReader } from './reader'
import { operationBody, operationPath } from './request-body'
import type { ApiRequest, BamboraCheckoutSession } from './session'

const TRAITS: ProviderTraits = {
  /** Nothing that we send comes back: lost answers are settled by the totals (fact sheet §8). */
  echoesReference: [],
  settleWindowMs: LIMITS.provider.settleWindowMs,
  listsChanges: false,
  readSpacingMs: 1_000,
}

/** Bambora's Online Checkout for one merchant number (fact sheet §6, §7). */
export class BamboraCheckoutClient implements ProviderClient {
  readonly traits = TRAITS
  readonly listTransactions = (cursor: string | null): Promise<ListResult> =>
    listPage(this.#reader, cursor)
  readonly #reader: PaymentReader

  constructor(private readonly session: BamboraCheckoutSession) {
    this.#reader = new PaymentReader(session)
  }

  checkConnection(): Promise<ConnectionCheck> {
    return checkConnection(this.#reader, this.session.credentials.accountId)
  }

  readTransaction(locator: TransactionLocator): Promise<ReadResult> {
    return this.#reader.payment(locator.providerTransactionId)
  }

  async send(command: OperationCommand): Promise<Sent> {
    const path = operationPath(command)
    if (path === null) throw new Error(`${command.kind} is not possible at Bambora Checkout`)
    const request: ApiRequest = {
      service: 'transaction',
      method: 'POST',
      path,
      body: operationBody(command),
      timeoutMs: LIMITS.provider.writeTimeoutMs,
      startBeforeMs: command.sendBeforeMs,
    }
    const startedAt = performance.now()
    const answer = await this.session.call(request)
    const durationMs = Math.round(performance.now() - startedAt)
    const exchange = exchangeOf(request, answer, durationMs)
    return { result: await this.#resultOf(command, answer), exchange }
  }

  async #resultOf(command: OperationCommand, answer: HttpAnswer): Promise<SendResult> {
    const judgement = judgeAnswer(command, answer)
    if (judgement.kind === 'over') return judgement.result
    const read = await this.#reader.payment(command.transaction.providerTransactionId)
    return judgeMade(command, judgement.operationIds, read)
  }
}

function exchangeOf(request: ApiRequest, answer: HttpAnswer, durationMs: number): Exchange {
  return {
    method: request.method,
    path: request.path,
    requestBody: request.body === null ? null : redactBody(request.body),
    status: answer.kind === 'answer' ? answer.status : null,
    responseBody: answer.kind === 'answer' ? redactBody(answer.body) : null,
    durationMs,
    problem: answer.kind === 'answer' ? null : answer.problem,
  }
}
