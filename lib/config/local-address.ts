const LOCAL_NAME = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/

/** True when traffic to the host of this address never leaves this machine. */
export function isLocal({ hostname }: URL): boolean {
  return LOCAL_NAME.test(hostname)
}

/** True when traffic to the address is encrypted, or never leaves this machine. */
export function isPrivate(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return url.protocol === 'https:' || isLocal(url)
}

/** The address at which a server that listens on `host` is reached from this machine. */
export function reachableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
