import { writeListQuery, type ListQuery } from '@/lib/domain/listing/list-query'

/** The address of a list. Any change but turning the page starts at the first page. */
export function listHref(query: ListQuery, change: Partial<ListQuery> = {}): string {
  return `/transactions?${writeListQuery({ ...query, after: null, ...change })}`
}
