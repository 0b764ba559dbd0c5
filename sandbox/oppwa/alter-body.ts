import type { AlterBody } from '../faults/after-effect'
import { wireAmount } from './payment'

type Json = Record<string, unknown>

/**
 * Puts false values into a payment, or into the last entry of a report. `status` is a result code.
 */
export const alterBody: AlterBody = (body, set) => {
  if (!isObject(body)) return body
  for (const field of ['payments', 'records']) {
    const list = body[field]
    if (Array.isArray(list) && list.length > 0) {
      return { ...body, [field]: list.with(-1, alterBody(list.at(-1), set)) }
    }
  }
  const { amount, status, ...topLevel } = set
  const result = isObject(body['result']) ? body['result'] : {}
  return {
    ...body,
    ...topLevel,
    ...(amount !== undefined && { amount: wireAmount(amount) }),
    ...(status !== undefined && { result: { ...result, code: status } }),
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null
}
