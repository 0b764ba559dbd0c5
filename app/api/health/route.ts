export const dynamic = 'force-dynamic'

/** The address of `ready` before there were two, for load balancers that ask there. */
export { GET } from './ready/route'
