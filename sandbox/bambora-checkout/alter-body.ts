import type { AlterBody } from '../faults/after-effect'

type Json = Record<string, unknown>

/**
 * Puts false values into a response. An amount goes into the newest operation, which the caller
 * compares, or else into the authorized total; an id into the transaction or, in the response to a
 * write, into the operation.
 */
export const alterBody: AlterBody = (text, set) => {
  if (typeof text !== 'string') return text
  const body: unknown = JSON.parse(text)
  if (!isObject(body)) return body
  const { amount, currency, id, status } = set
  const { transaction, transactionoperations: operations } = body
  if (isObject(transaction)) {
    return {
      ...body,
      transaction: {
        ...transaction,
        ...(id !== undefined && { id }),
        ...(status !== undefined && { status }),
        ...(currency !== undefined && {
          currency: altered(transaction['currency'], { code: currency }),
        }),
        ...(amount !== undefined && {
          total: altered(transaction['total'], { authorized: amount }),
        }),
      },
    }
  }
  if (!Array.isArray(operations)) return body
  const values = {
    ...(amount !== undefined && { amount }),
    ...(id !== undefined && { id }),
    ...(status !== undefined && { status }),
  }
  return { ...body, transactionoperations: withNewest(operations as Json[], values) }
}

/** The tree with the newest operation changed: the last one of the last branch. */
function withNewest(operations: readonly Json[], values: Json): readonly Json[] {
  const last = operations.at(-1)
  if (last === undefined) return operations
  const children = last['transactionoperations']
  const changed =
    Array.isArray(children) && children.length > 0
      ? { ...last, transactionoperations: withNewest(children as Json[], values) }
      : { ...last, ...values }
  return [...operations.slice(0, -1), changed]
}

function altered(value: unknown, set: Json): Json {
  return { ...(isObject(value) ? value : {}), ...set }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
