import type { Catalogues } from '../en'
import * as account from './account'
import * as audit from './audit'
import * as batchPage from './batch-page'
import * as batches from './batches'
import * as business from './business'
import * as connections from './connections'
import * as denialReasons from './denial-reasons'
import * as dialogs from './dialogs'
import * as errors from './errors'
import * as expiring from './expiring'
import * as notices from './notices'
import * as operations from './operations'
import * as outcome from './outcome'
import * as overview from './overview'
import * as payment from './payment'
import * as providerAnswers from './provider-answers'
import * as review from './review'
import * as rules from './rules'
import * as settings from './settings'
import * as shell from './shell'
import * as terms from './terms'
import * as trail from './trail'
import * as transactions from './transactions'
import * as unread from './unread'

export const nb: Catalogues = {
  ...account,
  ...audit,
  ...batchPage,
  ...batches,
  ...business,
  ...connections,
  ...denialReasons,
  ...dialogs,
  ...errors,
  ...expiring,
  ...notices,
  ...operations,
  ...outcome,
  ...overview,
  ...payment,
  ...providerAnswers,
  ...review,
  ...rules,
  ...settings,
  ...shell,
  ...terms,
  ...trail,
  ...transactions,
  ...unread,
}
