import { ROW_VERDICTS, type BatchState, type RowVerdict } from '@/lib/domain/batch/batch'
import { ROW_OUTCOMES, type RowOutcome } from '@/lib/domain/batch/row-outcome'

/** The rows of a batch that its page shows: all, or those of one verdict or outcome. */
export type RowTab = 'all' | RowVerdict | RowOutcome

/** The part of a batch's rows that an address names. */
export interface BatchAddress {
  readonly tab: RowTab
  /** The number of the row after which the page begins; 0 for the first page. */
  readonly after: number
}

type SearchParams = Readonly<Record<string, string | string[] | undefined>>

/** Before the start rows are told apart by what the rehearsal found, afterwards by their outcome. */
export function isRehearsal(state: BatchState): boolean {
  return state === 'rehearsed' || state === 'discarded'
}

/** Reads the address of a batch; what means nothing in its state is left out. */
export function readBatchAddress(params: SearchParams, state: BatchState): BatchAddress {
  const tabs: readonly RowTab[] = isRehearsal(state) ? ROW_VERDICTS : ROW_OUTCOMES
  const tab = tabs.find((one) => one === params['rows']) ?? 'all'
  const after = Number(params['after'])
  return { tab, after: Number.isSafeInteger(after) && after > 0 ? after : 0 }
}

/** The address of a part of a batch's rows. */
export function batchHref(id: string, { tab, after }: Partial<BatchAddress> = {}): string {
  const params = new URLSearchParams()
  if (tab !== undefined && tab !== 'all') params.set('rows', tab)
  if (after !== undefined && after > 0) params.set('after', String(after))
  const query = params.toString()
  return `/transactions/batches/${id}${query === '' ? '' : `?${query}`}`
}

/** What a query of the rows is narrowed by. */
export function filterOf({ tab }: BatchAddress): {
  readonly verdict?: RowVerdict
  readonly outcome?: RowOutcome
} {
  const verdict = ROW_VERDICTS.find((one) => one === tab)
  if (verdict !== undefined) return { verdict }
  const outcome = ROW_OUTCOMES.find((one) => one === tab)
  return outcome === undefined ? {} : { outcome }
}
