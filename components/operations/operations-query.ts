import { OPEN_STATES, type OpenState } from '@/lib/domain/outcome'

/** What the address of the operations page asks for; null is every open state. */
export interface OperationsQuery {
  readonly state: OpenState | null
  /** Parts of the address that mean nothing here, as they were written. */
  readonly ignored: readonly string[]
}

/** Reads the address. Nothing in it can break the page. */
export function readOperationsQuery(
  params: Readonly<Record<string, string | string[] | undefined>>,
): OperationsQuery {
  const written = [params['state'] ?? []].flat().filter((text) => text !== '')
  const state = OPEN_STATES.find((known) => known === written[0]) ?? null
  const ignored = written.filter((text) => text !== state).map((text) => `state “${text}”`)
  return { state, ignored }
}

export function operationsHref(state: OpenState | null): string {
  return state === null ? '/operations' : `/operations?state=${state}`
}
