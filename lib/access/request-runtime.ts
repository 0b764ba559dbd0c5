import { headers } from 'next/headers'
import { database } from '@/db/client'
import { log } from '@/lib/observability/log'
import { requestIdHere } from '@/lib/observability/request-context'
import type { ActionRuntime } from './action-core'
import { readAddress } from './read-address'
import { isOwnOrigin } from './request-headers'
import { readSession } from './read-session'

/** The facts of the request that Next is serving. */
export const requestRuntime: ActionRuntime = {
  isOwnOrigin: async () => isOwnOrigin((await headers()).get('origin')),
  readSession,
  address: readAddress,
  database,
  newRequestId: requestIdHere,
  log,
}
