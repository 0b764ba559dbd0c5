import { LIMITS } from '@/lib/config/limits'
import { httpExchangeOf } from '@/lib/providers/http/http-exchange'
import type { HttpResponse } from '../http/send-request'
import type {
  ConnectionCheck,
  ListResult,
  OperationCommand,
  ProviderClient,
  ProviderFeatures,
  ReadResult,
  SendResult,
  Sent,
  TransactionLocator,
} from '../port'
import { findProviderFeatures } from '../shared/provider-features'
import { checkConnection } from './check-connection'
import { interpretMade, interpretResponse } from './interpret-response'
import { listPage } from './list'
import { PaymentReader } from './parts/reader'
import { operationBody, operationPath } from './request-body'
import type { ApiRequest, BamboraCheckoutSession } from './session'

/** Bambora's Online Checkout for one merchant number (fact sheet §6, §7). */
export class BamboraCheckoutClient implements ProviderClient {
  readonly features: ProviderFeatures
  readonly listTransactions = (cursor: string | null): Promise<ListResult> =>
    listPage(this.#reader, cursor)
  readonly #reader: PaymentReader

  constructor(
    private readonly session: BamboraCheckoutSession,
    ownUser: string | null,
  ) {
    this.features = findProviderFeatures('bambora-checkout', ownUser)
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
    const response = await this.session.call(request)
    const httpExchange = httpExchangeOf(request, response, startedAt)
    return { result: await this.#resultOf(command, response), httpExchange }
  }

  async #resultOf(command: OperationCommand, response: HttpResponse): Promise<SendResult> {
    const interpreted = interpretResponse(command, response)
    if (interpreted.kind === 'over') return interpreted.result
    const read = await this.#reader.payment(command.transaction.providerTransactionId)
    return interpretMade(command, interpreted.operationIds, read)
  }
}
