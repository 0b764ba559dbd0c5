import { isIP } from 'node:net'
import { env } from '@/lib/config/env'

/** The site that a passkey is for: devices make one for this site alone, and never use it elsewhere. */
export interface PasskeySite {
  /** The host's name. A passkey outlives a change of the port, and none of the name. */
  readonly id: string
  readonly origin: string
}

/**
 * The site of the application that people open at this address; null where it is a bare network
 * address, for which browsers make no passkeys.
 */
export function passkeySite(applicationUrl: string): PasskeySite | null {
  const { hostname: id, origin } = new URL(applicationUrl)
  return isIP(id.replace(/^\[|\]$/g, '')) === 0 ? { id, origin } : null
}

/** True where browsers make passkeys for the address at which people open the application. */
export function isPasskeySite(): boolean {
  return passkeySite(env().NEXTAUTH_URL) !== null
}

/** The bytes under which devices keep a person's passkeys: random, as the id is, and no name. */
export function personHandle(userId: string): Buffer<ArrayBuffer> {
  return Buffer.from(userId.replaceAll('-', ''), 'hex')
}
