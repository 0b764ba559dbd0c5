import { age } from './age'
import { events } from './events'
import { failures } from './failures'
import { methods } from './methods'
import { operationKinds } from './operation-kinds'
import { providerErrors } from './provider-errors'
import { roles } from './roles'
import { shell } from './shell'
import { states } from './states'
import { statuses } from './statuses'

/** The English texts; every other language has the same keys. */
export const en = {
  age,
  events,
  failures,
  methods,
  operationKinds,
  providerErrors,
  roles,
  shell,
  states,
  statuses,
} as const

export type Messages = typeof en
