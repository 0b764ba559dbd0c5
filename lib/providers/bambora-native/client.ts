import { LIMITS } from '@/lib/config/limits'
import type { Saying } from '@/lib/domain/operation/saying'
import { redactBody } from '../http/redact'
import type { HttpAnswer } from '../http/send-request'
import type {
  ConnectionCheck,
  OperationCommand,
  ProviderClient,
  ProviderTraits,
  ReadResult,
  Sent,
  TransactionLocator,
} from '../port'
import { judgeAnswer } from './judge-answer'
import { readPayment } from './read-payment'
import { operationBody, operationPath } from './request-body'
import { sendUnlessBusy } from './send-unless-busy'
import type { NativeSession, NoToken } from './session'

const TRAITS: ProviderTraits = {
  // Comments seem to come back, but nothing promises it (fact sheet §6.1).
  echoesReference: [],
  settleWindowMs: LIMITS.provider.settleWindowMs,
  listsChanges: false,
  readSpacingMs: 1_000,
}

/** No payment has this reference; asking for it shows what the credentials are worth. */
const PROBE_REFERENCE = 'paydesk-connection-check'

/** How keys are issued (§4); the API itself does not tell test from production. */
const KEYS_HINT = 'Keys belong to one merchant, and those of test and production are not the same.'

/** Bambora's Native payments API for one merchant (fact sheet §5): no list, only references. */
export class BamboraNativeClient implements ProviderClient {
  readonly traits = TRAITS
  readonly listTransactions = null

  constructor(
    private readonly session: NativeSession,
    private readonly nowMs: () => number,
  ) {}

  async checkConnection(): Promise<ConnectionCheck> {
    const read = await readPayment(this.session, PROBE_REFERENCE, this.nowMs)
    if (read.ok || read.code === 'payment_not_found') return { ok: true }
    if (read.problem !== 'not_found') {
      const hint = read.problem === 'unauthorized' ? ` ${KEYS_HINT}` : ''
      return { ok: false, problem: read.problem, message: read.message + hint }
    }
    return {
      ok: false,
      problem: 'wrong_account',
      message: 'There is no Native payments API at this base URL; it usually ends with /v1.',
    }
  }

  async readTransaction({ providerTransactionId }: TransactionLocator): Promise<ReadResult> {
    const read = await readPayment(this.session, providerTransactionId, this.nowMs)
    return read.ok
      ? { ok: true, snapshot: read.snapshot }
      : { ok: false, problem: read.problem, message: read.message }
  }

  async send(command: OperationCommand): Promise<Sent> {
    const startedAt = performance.now()
    const path = operationPath(this.session.accountId, command)
    const body = operationBody(command)
    const answer = await this.#sendChecked(command, path, body)
    return {
      result:
        answer.kind === 'no_token'
          ? { outcome: 'not_sent', message: noAccess(answer) }
          : judgeAnswer(command, this.session.accountId, answer, new Date(this.nowMs())),
      exchange: {
        method: 'POST',
        path,
        requestBody: redactBody(body),
        status: answer.kind === 'answer' ? answer.status : null,
        responseBody: answer.kind === 'answer' ? redactBody(answer.body) : null,
        durationMs: Math.round(performance.now() - startedAt),
        problem: problemOf(answer),
      },
    }
  }

  /** A capture of nothing would use up the only capture, so it never leaves (clarification 3). */
  #sendChecked(
    command: OperationCommand,
    path: string,
    body: string,
  ): Promise<HttpAnswer | NoToken> {
    if (command.amountMinor <= 0) {
      return Promise.resolve({ kind: 'not_sent', problem: { code: 'nothing_to_move' } })
    }
    const timeoutMs = LIMITS.provider.writeTimeoutMs
    const startBeforeMs = command.sendBeforeMs
    const request = { method: 'POST', path, body, timeoutMs, startBeforeMs } as const
    return sendUnlessBusy(this.session, command, request, this.nowMs)
  }
}

function problemOf(answer: HttpAnswer | NoToken): Saying | null {
  if (answer.kind === 'answer') return null
  return answer.kind === 'no_token' ? noAccess(answer) : answer.problem
}

/** Why nothing was sent, where the provider gave no access. */
function noAccess({ problem }: NoToken): Saying {
  return { code: 'no_access', values: { problem } }
}
