import { LIMITS } from '@/lib/config/limits'
import { httpExchangeOf, noAnswer } from '@/lib/providers/http/http-exchange'
import type { HttpResponse } from '../http/send-request'
import type { NoToken } from '../http/token-access'
import type {
  ConnectionCheck,
  OperationCommand,
  ProviderClient,
  ReadResult,
  SendResult,
  Sent,
  TransactionLocator,
} from '../port'
import { findProviderFeatures } from '../shared/provider-features'
import { checkConnection } from './check-connection'
import { interpretResponse } from './interpret-response'
import { readPayment } from './payment/read-payment'
import { sendUnlessBusy } from './payment/send-unless-busy'
import { operationBody, operationPath } from './request-body'
import type { NativeSession } from './session'

/** Bambora's Native payments API for one merchant (fact sheet §5): no list, only references. */
export class BamboraNativeClient implements ProviderClient {
  readonly features = findProviderFeatures('bambora-native')
  readonly listTransactions = null

  constructor(
    private readonly session: NativeSession,
    private readonly nowMs: () => number,
  ) {}

  checkConnection(): Promise<ConnectionCheck> {
    return checkConnection(this.session, this.nowMs)
  }

  async readTransaction({ providerTransactionId }: TransactionLocator): Promise<ReadResult> {
    const read = await readPayment(this.session, providerTransactionId, this.nowMs)
    return read.ok ? { ok: true, snapshot: read.snapshot } : read
  }

  async send(command: OperationCommand): Promise<Sent> {
    const startedAt = performance.now()
    const path = operationPath(this.session.accountId, command)
    const body = operationBody(command)
    const response = await this.#sendChecked(command, path, body)
    const httpExchange = httpExchangeOf({ method: 'POST', path, body }, response, startedAt)
    const result: SendResult =
      response.kind === 'no_token'
        ? { outcome: 'not_sent', message: noAnswer(response), retryAt: response.retryAt }
        : interpretResponse(command, this.session.accountId, response, new Date(this.nowMs()))
    return { result, httpExchange }
  }

  /** A capture of nothing would use up the only capture, so it never leaves (clarification 3). */
  #sendChecked(
    command: OperationCommand,
    path: string,
    body: string,
  ): Promise<HttpResponse | NoToken> {
    if (command.amountMinor <= 0) {
      return Promise.resolve({ kind: 'not_sent', problem: { code: 'nothing_to_move' } })
    }
    const timeoutMs = LIMITS.provider.writeTimeoutMs
    const startBeforeMs = command.sendBeforeMs
    const request = { method: 'POST', path, body, timeoutMs, startBeforeMs } as const
    return sendUnlessBusy(this.session, command, request, this.nowMs)
  }
}
