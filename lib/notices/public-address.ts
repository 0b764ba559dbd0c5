import { lookup, type LookupAddress } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** An address that is never called: it is inside a network, of this machine, or of no single host. */
export class ForbiddenAddressError extends Error {
  override readonly name = 'ForbiddenAddressError'
}

/** RFC 6890 and its successors: everything that is not one host of the public internet. */
const FORBIDDEN_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

/** Of version 6 only 2000::/3 is given out, and of it not what is for tunnels and documentation. */
const PUBLIC_V6 = ['2000::', 3] as const
const FORBIDDEN_V6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const forbidden = new BlockList()
for (const [net, prefix] of FORBIDDEN_V4) forbidden.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of FORBIDDEN_V6) forbidden.addSubnet(net, prefix, 'ipv6')
const publicV6 = new BlockList()
publicV6.addSubnet(...PUBLIC_V6, 'ipv6')

/** True of an address of one host of the public internet. An IPv4 address in IPv6 dress is none. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !forbidden.check(address, 'ipv4')
  return family === 6 && publicV6.check(address, 'ipv6') && !forbidden.check(address, 'ipv6')
}

function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1'
}

/** What may be called: the public internet, and this machine itself where a test says so. */
function mayCall(address: string, allowsLoopback: boolean): boolean {
  return isPublicAddress(address) || (allowsLoopback && isLoopback(address))
}

/**
 * Makes the look-up of a connection. It gives the very addresses that it has checked, so that a name
 * that leads elsewhere a moment later changes nothing; one forbidden address among them is enough to
 * refuse the name.
 * @param resolve how names are resolved; the system's way unless a test says otherwise
 */
export function createCheckedLookup(
  allowsLoopback: boolean,
  resolve: typeof lookup = lookup,
): LookupFunction {
  return (hostname, options, done) => {
    const family = typeof options.family === 'number' ? options.family : 0
    resolve(hostname, { all: true, family }, (error, found) => {
      const addresses: readonly LookupAddress[] = found
      const [first] = error === null ? addresses : []
      if (first === undefined) {
        done(error ?? new Error('the name has no address'), [])
      } else if (!addresses.every(({ address }) => mayCall(address, allowsLoopback))) {
        done(new ForbiddenAddressError('the name leads to a forbidden address'), [])
      } else if (options.all === true) {
        done(null, [...addresses])
      } else {
        done(null, first.address, first.family)
      }
    })
  }
}

/** Throws for a host that is a forbidden address itself: no look-up would be made for it. */
export function refuseForbiddenHost({ hostname }: URL, allowsLoopback: boolean): void {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !mayCall(host, allowsLoopback)) {
    throw new ForbiddenAddressError('the host is a forbidden address')
  }
}
