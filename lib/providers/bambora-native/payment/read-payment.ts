import { LIMITS } from '@/lib/config/limits'
import { plainStatusDetail } from '@/lib/domain/operation/status-detail'
import { parseJson } from '../../http/json-body'
import { readProblemOf, readRefusalText } from '../../http/read-problem'
import type { ReadFailure, ReadProblem } from '../../port'
import { limitedRead, readWithoutToken } from '../../shared/results'
import { readProblem } from '../errors'
import { mapPayment, type Mapped } from '../mapper'
import { paymentPath } from '../request-body'
import type { NativeSession } from '../session'

export type PaymentRead = Mapped | UnreadPayment

interface UnreadPayment extends ReadFailure {
  /** Bambora's own word for it, when the answer is a problem document with one. */
  readonly code: string | null
}

/** Reads the payment with this reference, and only this one of this merchant. */
export async function readPayment(
  session: NativeSession,
  reference: string,
  nowMs: () => number,
): Promise<PaymentRead> {
  const readAt = new Date(nowMs())
  const response = await session.call({
    method: 'GET',
    path: paymentPath(session.accountId, reference),
    body: null,
    timeoutMs: LIMITS.provider.readTimeoutMs,
  })
  if (response.kind === 'no_token') return { ...readWithoutToken(response), code: null }
  if (response.kind !== 'answer') return failed('unavailable', plainStatusDetail(response.problem))
  const { status, body } = response
  if (status !== 200) {
    const problem = readProblem(status, body)
    if (status === 429) {
      const limited = limitedRead(response, problem?.message ?? `HTTP ${status}`, nowMs())
      return { ...limited, code: problem?.code ?? null }
    }
    return failed(
      readProblemOf(status),
      readRefusalText(status, problem?.message ?? `The provider answered HTTP ${status}.`),
      problem?.code,
    )
  }
  const payment = mapPayment(parseJson(body)?.value, readAt)
  if (!payment.ok) return failed('malformed', payment.problem)
  return isAbout(payment, session.accountId, reference)
    ? payment
    : failed('malformed', 'the answer is about another payment')
}

/** Merchant and reference together are what names a payment. */
export function isAbout(
  { merchantId, snapshot }: Mapped,
  accountId: string,
  reference: string,
): boolean {
  return merchantId === accountId && snapshot.providerTransactionId === reference
}

function failed(problem: ReadProblem, message: string, code: string | null = null): UnreadPayment {
  return { ok: false, problem, code, message }
}
