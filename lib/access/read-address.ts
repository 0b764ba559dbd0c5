import { headers } from 'next/headers'
import { UNKNOWN_ADDRESS } from './client-address'
import { ADDRESS_HEADER } from './request-headers'

/** The network address that this request is counted under; `UNKNOWN_ADDRESS` past the guard. */
export async function readAddress(): Promise<string> {
  return (await headers()).get(ADDRESS_HEADER) ?? UNKNOWN_ADDRESS
}
