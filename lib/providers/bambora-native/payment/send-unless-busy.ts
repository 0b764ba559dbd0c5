import { setTimeout as sleep } from 'node:timers/promises'
import { LIMITS } from '@/lib/config/limits'
import { heldMinor, refundableMinor } from '@/lib/domain/payment/transaction'
import type { HttpResponse } from '../../http/send-request'
import type { NoToken } from '../../http/token-access'
import type { OperationCommand } from '../../port'
import { readProblem } from '../errors'
import type { ApiRequest, NativeSession } from '../session'
import { readPayment } from './read-payment'

/**
 * Sends an operation. Where another request is changing the payment (409, which means that nothing
 * was done) it reads again and repeats after growing pauses, as long as the requested amount is
 * still possible (fact sheet §9). Anything else than that 409 is the answer and is never repeated.
 */
export async function sendUnlessBusy(
  session: NativeSession,
  command: OperationCommand,
  request: ApiRequest,
  nowMs: () => number,
): Promise<HttpResponse | NoToken> {
  let response = await session.call(request)
  for (const delayMs of LIMITS.provider.busyDelaysMs) {
    if (!isBusy(response)) return response
    await sleep(delayMs)
    if (!(await isStillPossible(session, command, nowMs))) return response
    response = await session.call(request)
  }
  return response
}

function isBusy(response: HttpResponse | NoToken): boolean {
  return (
    response.kind === 'answer' &&
    response.status === 409 &&
    readProblem(response.status, response.body)?.code === 'payment_operation_blocked'
  )
}

async function isStillPossible(
  session: NativeSession,
  { kind, amountMinor, transaction }: OperationCommand,
  nowMs: () => number,
): Promise<boolean> {
  const read = await readPayment(session, transaction.providerTransactionId, nowMs)
  if (!read.ok || !read.isComplete) return false
  const { totals } = read.snapshot
  if (kind === 'refund') return refundableMinor(totals) >= amountMinor
  const held = heldMinor(totals)
  return kind === 'void' ? held === amountMinor : held >= amountMinor
}
