import { isIPv4, isIPv6 } from 'node:net'
import type { Actor } from '@/lib/domain/access/actor'

/** Stands for an address that is not known; all of these are counted together. */
export const UNKNOWN_ADDRESS = 'unknown'

/** An address for the audit trail: null for one that is not known. */
export function knownAddress(address: string): string | null {
  return address === UNKNOWN_ADDRESS ? null : address
}

/** The person with the address of the request, so that what is written on the way knows it. */
export function actingFrom(address: string, actor: Actor): Actor {
  return address === UNKNOWN_ADDRESS ? actor : { ...actor, address }
}

export interface Hops {
  /** The address that the connection comes from. */
  readonly socketAddress: string | undefined
  /** How many proxies stand before Paydesk, each of which adds to `X-Forwarded-For`. */
  readonly trustedProxies: number
}

/**
 * The network address that a request is counted under, in the form of `countedAddress`. Each trusted
 * proxy has added the address that it was called from, so with n of them the n-th entry from the
 * right is the client's, whatever the client wrote before it. Where there are fewer entries, the
 * first one was written by a proxy, too; without any, the connection's own address counts, as it does
 * without proxies.
 */
export function clientAddress(
  forwardedFor: string | null | undefined,
  { socketAddress = '', trustedProxies }: Hops,
): string {
  const entries = forwardedFor?.split(',') ?? []
  const entry = trustedProxies === 0 ? undefined : (entries.at(-trustedProxies) ?? entries[0])
  return countedAddress(entry ?? socketAddress)
}

/**
 * An address in the form in which tries are counted: without a port, and IPv6 cut to its /64, which
 * one subscriber holds as a whole. `UNKNOWN_ADDRESS` when it is none.
 */
export function countedAddress(text: string): string {
  const bare = withoutPort(text.trim().toLowerCase())
  const address = bare.startsWith('::ffff:') ? mappedAddress(bare) : bare
  if (isIPv4(address)) return address
  return isIPv6(address) ? network64(address) : UNKNOWN_ADDRESS
}

/** Some proxies add the port: `203.0.113.7:4711`, `[2001:db8::1]:4711`, or brackets alone. */
function withoutPort(text: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d{1,5})?$/.exec(text)
  return bracketed?.[1] ?? text.replace(/^([\d.]+):\d{1,5}$/, '$1')
}

/** The IPv4 address in one that is mapped to IPv6, written in either way. */
function mappedAddress(address: string): string {
  const rest = address.slice('::ffff:'.length)
  const [, high, low] = /^([\da-f]{1,4}):([\da-f]{1,4})$/.exec(rest) ?? []
  if (high === undefined || low === undefined) return isIPv4(rest) ? rest : address
  const bytes = [high, low].flatMap((group) => {
    const value = Number.parseInt(group, 16)
    return [value >> 8, value & 255]
  })
  return bytes.join('.')
}

function network64(address: string): string {
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length
  const groups = [...left, ...Array<string>(Math.max(zeros, 0)).fill('0'), ...right]
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
  return `${network.join(':')}::/64`
}
