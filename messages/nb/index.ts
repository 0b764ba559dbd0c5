import type { Catalogues } from '../catalogue'
import { access } from './access'
import { age } from './age'
import { audit } from './audit'
import { events } from './events'
import { failures } from './failures'
import { methods } from './methods'
import { obstacles } from './obstacles'
import { operationFailures } from './operation-failures'
import { operationKinds } from './operation-kinds'
import { operationStory } from './operation-story'
import { operations } from './operations'
import { permissions } from './permissions'
import { providerErrors } from './provider-errors'
import { review } from './review'
import { roles } from './roles'
import { shell } from './shell'
import { states } from './states'
import { statuses } from './statuses'
import { trouble } from './trouble'
import { ui } from './ui'

export const nb: Catalogues = {
  access,
  age,
  audit,
  events,
  failures,
  methods,
  obstacles,
  operationFailures,
  operationKinds,
  operationStory,
  operations,
  permissions,
  providerErrors,
  review,
  roles,
  shell,
  states,
  statuses,
  trouble,
  ui,
}
