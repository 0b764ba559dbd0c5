import type { Server } from 'node:http'
import { env } from '@/lib/config/env'
import { createGuard } from './create-guard'
import { guardServer, guardServers, type Guard } from './guard-server'

/**
 * Guards the servers of this process that Next makes by itself. Throws when the environment is not
 * complete.
 */
export function guardApplication({ isDevelopment }: { readonly isDevelopment: boolean }): void {
  guardServers(guardOf(isDevelopment))
}

/** Guards a server of ours before its port is open, whatever becomes of the application behind it. */
export function guardOwnServer(server: Server): void {
  guardServer(server, guardOf(false))
}

function guardOf(isDevelopment: boolean): Guard {
  const {
    NEXTAUTH_URL: url,
    PAYDESK_TRUSTED_PROXIES: trustedProxies,
    PAYDESK_METRICS_TOKEN: metricsToken,
  } = env()
  const isHttps = new URL(url).protocol === 'https:'
  return createGuard({ isHttps, isDevelopment, trustedProxies, metricsToken })
}
