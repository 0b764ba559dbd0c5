import type { Catalogues } from '../catalogue'
import { access } from './access'
import { actions } from './actions'
import { age } from './age'
import { amounts } from './amounts'
import { audit } from './audit'
import { check } from './check'
import { commands } from './commands'
import { deadlines } from './deadlines'
import { dialogs } from './dialogs'
import { events } from './events'
import { failures } from './failures'
import { list } from './list'
import { methods } from './methods'
import { money } from './money'
import { obstacles } from './obstacles'
import { openOperations } from './open-operations'
import { operationCard } from './operation-card'
import { operationFailures } from './operation-failures'
import { operationKinds } from './operation-kinds'
import { operationStory } from './operation-story'
import { operations } from './operations'
import { orderChange } from './order-change'
import { overview } from './overview'
import { payment } from './payment'
import { permissions } from './permissions'
import { providerErrors } from './provider-errors'
import { readingErrors } from './reading-errors'
import { reasons } from './reasons'
import { review } from './review'
import { roles } from './roles'
import { sayings } from './sayings'
import { shell } from './shell'
import { states } from './states'
import { statuses } from './statuses'
import { transactions } from './transactions'
import { trouble } from './trouble'
import { ui } from './ui'

export const nb: Catalogues = {
  access,
  actions,
  age,
  amounts,
  audit,
  check,
  commands,
  deadlines,
  dialogs,
  events,
  failures,
  list,
  methods,
  money,
  obstacles,
  openOperations,
  operationCard,
  operationFailures,
  operationKinds,
  operationStory,
  operations,
  orderChange,
  overview,
  payment,
  permissions,
  providerErrors,
  readingErrors,
  reasons,
  review,
  roles,
  sayings,
  shell,
  states,
  statuses,
  transactions,
  trouble,
  ui,
}
