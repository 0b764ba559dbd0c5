import { env } from '@/lib/config/env'
import { createGuard } from './create-guard'
import { guardServers } from './guard-server'

/** Guards the servers of this process. Throws when the environment is not complete. */
export function guardApplication({ isDevelopment }: { readonly isDevelopment: boolean }): void {
  const isHttps = new URL(env().NEXTAUTH_URL).protocol === 'https:'
  guardServers(createGuard({ isHttps, isDevelopment }))
}
