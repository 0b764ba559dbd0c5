import type { AlterBody } from '../faults/after-effect'

type Json = Record<string, unknown>

/**
 * Puts false values into a transaction, or into each one of a list. An amount goes into the newest
 * capture or refund, which the caller compares; without one it replaces the authorized amount.
 */
export const alterBody: AlterBody = (body, set) => {
  if (Array.isArray(body)) return body.map((one) => alterBody(one, set))
  if (!isObject(body)) return body
  const { amount, ...topLevel } = set
  const altered: Json = { ...body, ...topLevel }
  if (amount === undefined) return altered
  const events = Array.isArray(body['events']) ? (body['events'] as Json[]) : []
  const index = events.findLastIndex((event) =>
    ['CAPTURE', 'REFUND'].includes(String(event['event'])),
  )
  if (index < 0) return { ...altered, amount }
  return { ...altered, events: events.with(index, { ...events[index], amount }) }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null
}
