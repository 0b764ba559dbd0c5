import { OPEN_STATES, type OpenState } from '@/lib/domain/operation/outcome'

/** The filter in the address of the operations page; null is every open state. */
export interface OperationsQuery {
  readonly state: OpenState | null
  /** States in the address that do not exist, as they were written. */
  readonly ignoredStates: readonly string[]
}

/** Reads the filter from the address. Unknown values are ignored and listed. */
export function readOperationsQuery(
  params: Readonly<Record<string, string | string[] | undefined>>,
): OperationsQuery {
  const written = [params['state'] ?? []].flat().filter((text) => text !== '')
  const state = OPEN_STATES.find((known) => known === written[0]) ?? null
  return { state, ignoredStates: written.filter((text) => text !== state) }
}

export function operationsHref(state: OpenState | null): string {
  return state === null ? '/operations' : `/operations?state=${state}`
}
