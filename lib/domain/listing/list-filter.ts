import type { TransactionStatus } from '@/lib/domain/payment/transaction'
import type { Provider } from '@/lib/domain/provider/provider'
import type { Due } from './due'
import type { ListSort, View } from './list-view'
import type { Rest } from './rest'

/** The filters of a list; null and empty filter nothing. */
export interface ListFilter {
  readonly view: View
  readonly statuses: readonly TransactionStatus[]
  readonly provider: Provider | null
  readonly connectionId: string | null
  /** `family.method`, for example `klarna.billie`. */
  readonly method: string | null
  readonly currency: string | null
  /** Business days, both included, such as `2026-09-03`. */
  readonly createdFrom: string | null
  readonly createdTo: string | null
  /** How soon what is held must be captured; `unknown` for what has no deadline. */
  readonly due: Due | null
  /** Days of the deadline, both included. */
  readonly dueFrom: string | null
  readonly dueTo: string | null
  /** Bounds of the requested amount in ten-thousandths of the currency's unit, both included. */
  readonly minTenThousandths: number | null
  readonly maxTenThousandths: number | null
  readonly heldOnly: boolean
  /** What was decided about the rest of part captures; null filters nothing. */
  readonly rest: Rest | null
  readonly tag: string | null
  readonly search: string | null
  /**
   * True when a search that names some payments exactly also finds those that only contain its
   * text.
   */
  readonly anywhere: boolean
  /** The chosen order; null for the usual one of such a list. */
  readonly sort: ListSort | null
}

/** Everything there is. */
export const EVERYTHING: ListFilter = {
  view: 'all',
  statuses: [],
  provider: null,
  connectionId: null,
  method: null,
  currency: null,
  createdFrom: null,
  createdTo: null,
  due: null,
  dueFrom: null,
  dueTo: null,
  minTenThousandths: null,
  maxTenThousandths: null,
  heldOnly: false,
  rest: null,
  tag: null,
  search: null,
  anywhere: false,
  sort: null,
}

/** The choices that the filters offer. */
export interface FilterChoices {
  readonly connections: readonly { readonly id: string; readonly name: string }[]
  readonly currencies: readonly string[]
  readonly methods: readonly string[]
  readonly tags: readonly string[]
}
