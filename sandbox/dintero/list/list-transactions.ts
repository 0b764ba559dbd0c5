import type { ProviderResponse } from '../../calls/response'
import { valueOf, valuesOf, type Query } from '../calls'
import type { Dintero } from '../dintero'
import { visibleTransaction, type Entry } from '../entry'
import { badRequest } from '../errors'
import { viewOf } from '../read/view'
import type { Settings } from '../settings'
import { parseFilters } from './filters'
import { parseWhole } from './parse-values'
import { isFoundBy } from './search-text'

const DEFAULT_LIMIT = 10
const HIGHEST_LIMIT = 100

/** Answers GET /transactions with a bare array (fact sheet §4). */
export function listTransactions(
  dintero: Dintero,
  accountId: string,
  query: Query,
): ProviderResponse {
  const { settings } = dintero.state
  const parsed = parseFilters(query)
  if ('refusal' in parsed) return parsed.refusal
  const limitText = valueOf(query, 'limit')
  const limit = limitText === undefined ? DEFAULT_LIMIT : parseWhole(limitText)
  if (limit === null || limit < 1 || limit > HIGHEST_LIMIT) {
    return badPage(settings, 'limit must be from 1 to 100', 'limit')
  }
  const ordered = orderedEntries(dintero, accountId)
  const cursor = valueOf(query, 'starting_after')
  const start = cursor === undefined ? 0 : ordered.positionAfter(cursor)
  if (start === null) {
    return badPage(settings, 'starting_after names no transaction', 'starting_after')
  }

  const needle = valueOf(query, 'search')?.toLowerCase()
  const includes = new Set(valuesOf(query, 'includes'))
  const nowMs = dintero.now()
  const page: object[] = []
  for (let index = start; index < ordered.length && page.length < limit; index += 1) {
    const entry = ordered.at(index)
    if (!entry || (needle && !isFoundBy(entry, needle))) continue
    const transaction = visibleTransaction(entry, nowMs)
    if (parsed.filters.every((filter) => filter(transaction))) {
      page.push(viewOf(transaction, includes))
    }
  }
  return { status: 200, body: page, effect: false }
}

interface OrderedEntries {
  readonly length: number
  at(index: number): Entry | undefined
  /** Index after the transaction with this id; null when the account has none. */
  positionAfter(id: string): number | null
}

function orderedEntries(dintero: Dintero, accountId: string): OrderedEntries {
  const list = dintero.state.listOf(accountId)
  const ascending = list.ascending()
  const { length } = ascending
  const positionOf = (id: string): number | null => {
    const entry = dintero.state.find(accountId, id)
    return entry ? list.positionOf(entry) : null
  }
  switch (dintero.state.settings.listOrder) {
    case 'newest-first':
      return {
        length,
        at: (index) => ascending[length - 1 - index],
        positionAfter: (id) => {
          const position = positionOf(id)
          return position === null ? null : length - position
        },
      }
    case 'oldest-first':
      return {
        length,
        at: (index) => ascending[index],
        positionAfter: (id) => {
          const position = positionOf(id)
          return position === null ? null : position + 1
        },
      }
    case 'random': {
      const mixed = ascending.toSorted((left, right) => mixKey(left.id) - mixKey(right.id))
      return {
        length,
        at: (index) => mixed[index],
        positionAfter: (id) => mixed.findIndex((entry) => entry.id === id) + 1 || null,
      }
    }
  }
}

function badPage(settings: Settings, message: string, field: string): ProviderResponse {
  if (settings.badCursor === 'empty-list') return { status: 200, body: [], effect: false }
  return badRequest(message, field)
}

/** A number that depends only on the id and shuffles the order. */
function mixKey(id: string): number {
  let key = 7
  for (let index = 0; index < id.length; index += 1) {
    key = (Math.imul(key, 31) + id.charCodeAt(index)) | 0
  }
  return Math.imul(key, 0x9e3779b1)
}
