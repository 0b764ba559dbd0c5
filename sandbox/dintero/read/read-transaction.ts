import type { ProviderResponse } from '../../calls/response'
import { valuesOf, type Query } from '../calls'
import type { Dintero } from '../dintero'
import { visibleTransaction } from '../entry'
import { notFound } from '../errors'
import { viewOf } from './view'

/** Answers GET /transactions/{id} (fact sheet §5.1). */
export function readTransaction(
  dintero: Dintero,
  accountId: string,
  id: string,
  query: Query,
): ProviderResponse {
  const entry = dintero.state.find(accountId, id)
  if (!entry) return notFound
  const transaction = visibleTransaction(entry, dintero.now())
  return {
    status: 200,
    body: viewOf(transaction, new Set(valuesOf(query, 'includes'))),
    effect: false,
  }
}
