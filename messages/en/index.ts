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

/** The English texts; every other language has the same keys. A file's exports are its namespaces. */
export const en = {
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
} as const

export type Messages = typeof en

type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> }

/** One part of the texts in another language: the keys of the English one. */
export type Catalogue<N extends keyof Messages> = Translated<Messages[N]>

export type Catalogues = { readonly [N in keyof Messages]: Catalogue<N> }
