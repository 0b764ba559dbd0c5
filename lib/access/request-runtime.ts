import { headers } from 'next/headers'
import { database } from '@/db/client'
import { log } from '@/lib/observability/log'
import { requestIdHere } from '@/lib/observability/request-context'
import type { ActionRuntime } from './action-core'
import { UNKNOWN_ADDRESS } from './client-address'
import { ADDRESS_HEADER, isOwnOrigin } from './request-headers'
import { readSession } from './read-session'

/** The network address that this request is counted under; `UNKNOWN_ADDRESS` past the guard. */
export async function readAddress(): Promise<string> {
  return (await headers()).get(ADDRESS_HEADER) ?? UNKNOWN_ADDRESS
}

/** The facts of the request that Next is serving. */
export const requestRuntime: ActionRuntime = {
  isOwnOrigin: async () => isOwnOrigin((await headers()).get('origin')),
  readSession,
  address: readAddress,
  database,
  newRequestId: requestIdHere,
  log,
}
