import type { Catalogues } from '../catalogue'
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

export const nb: Catalogues = {
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
}
