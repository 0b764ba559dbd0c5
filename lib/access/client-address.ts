import { isIPv4, isIPv6 } from 'node:net'

const UNKNOWN = 'unknown'

/**
 * The network address that a sign-in is counted under, from an `X-Forwarded-For` header: the last
 * entry, which the nearest proxy wrote, because a client can put anything before it. An IPv6
 * address is cut to its /64, which one subscriber holds as a whole. `unknown` when there is none.
 */
export function clientAddress(forwardedFor: string | null | undefined): string {
  const last = forwardedFor?.split(',').at(-1)?.trim().toLowerCase() ?? ''
  const address = last.startsWith('::ffff:') ? last.slice('::ffff:'.length) : last
  if (isIPv4(address)) return address
  return isIPv6(address) ? network64(address) : UNKNOWN
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
