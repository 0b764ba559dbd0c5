import { env } from '@/lib/config/env'

/** The address at which a one-time link is used: the person's own way in. */
export function linkAddress(token: string): string {
  return new URL(`/welcome/${token}`, env().NEXTAUTH_URL).href
}
