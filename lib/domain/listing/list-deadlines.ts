import { dueRange, overlap, type DueBounds, type TimeRange } from './due'
import type { ListFilter } from './list-filter'
import type { ListSort } from './list-view'
import { addDays, startOfDay } from './local-day'

type Filter = Pick<ListFilter, 'view' | 'due' | 'dueFrom' | 'dueTo' | 'rest' | 'sort'>

/**
 * The order of a list for which none is chosen: by deadline where the deadline is the question, by age
 * where it is what was left over.
 */
export function usualSort(filter: Omit<Filter, 'sort'>): ListSort {
  const isByDeadline =
    filter.view === 'expiring' ||
    (filter.due !== null && filter.due !== 'unknown') ||
    filter.dueFrom !== null ||
    filter.dueTo !== null
  if (isByDeadline) return 'deadline'
  return filter.rest === null ? 'newest' : 'oldest'
}

/** The order of a list. Without deadlines there is no order by them. */
export function sortOf(filter: Filter): ListSort {
  const sort = filter.sort ?? usualSort(filter)
  return filter.due === 'unknown' && sort === 'deadline' ? 'newest' : sort
}

/** True of what expires in its own order: it stands in sections. */
export function hasSections(filter: Filter): boolean {
  return filter.view === 'expiring' && sortOf(filter) === 'deadline'
}

/**
 * The deadlines of a list's payments; null where a payment needs none to be in it. What expires is
 * what has not passed yet, unless it is asked for by its deadline.
 * @param timeZone in which `dueFrom` and `dueTo` are days
 */
export function listDeadlines(
  filter: Filter,
  bounds: DueBounds,
  timeZone: string,
): TimeRange | null {
  const { view, due, dueFrom, dueTo } = filter
  const days: TimeRange = {
    from: dueFrom === null ? null : startOfDay(dueFrom, timeZone),
    before: dueTo === null ? null : startOfDay(addDays(dueTo, 1), timeZone),
  }
  if (due !== null && due !== 'unknown') return overlap(dueRange(due, bounds), days)
  if (dueFrom !== null || dueTo !== null) return days
  return view === 'expiring' ? { from: bounds.now, before: null } : null
}
