import { z } from 'zod'
import type { ProviderResponse, Directives } from '../../calls/response'
import type { RequestBody } from '../../calls/body'
import type { Dintero } from '../dintero'
import { badRequest, notFound } from '../errors'
import { viewOf, WRITE_INCLUDES } from './view'

const bodySchema = z.object({ merchant_reference_2: z.string() })

/** Answers PUT /transactions/{id}: only the second reference can be set (fact sheet §5.2). */
export function labelTransaction(
  dintero: Dintero,
  accountId: string,
  id: string,
  body: RequestBody,
  directives: Directives,
): ProviderResponse {
  const entry = dintero.state.find(accountId, id)
  if (!entry) return notFound
  const parsed = bodySchema.safeParse(body.kind === 'json' ? body.value : undefined)
  if (!parsed.success) {
    return badRequest('merchant_reference_2 is required', 'merchant_reference_2')
  }
  const set = { ...parsed.data, updated_at: dintero.timestamp() }
  dintero.record({ kind: 'update', id, events: [], set }, directives.lagMs)
  return { status: 200, body: viewOf(entry.transaction, WRITE_INCLUDES), effect: true }
}
