import { vi } from 'vitest'
import { Database, database } from '@/db/client'
import { log } from '@/lib/observability/log'
import { randomSecret } from '@/scripts/application/environment'
import { createTestDatabase } from './test-database'

/** The address that people open. */
export const OWN = 'https://paydesk.example.com'
/** The network address of the browser. */
export const NETWORK = '203.0.113.7'

/** The request that Next would serve: a browser with its cookies. */
export const browser = { headers: new Headers(), cookies: new Map<string, string>() }

/** What stands for the module `next/headers`, outside of Next. */
export const nextHeaders = {
  headers: () => Promise.resolve(browser.headers),
  cookies: () =>
    Promise.resolve({
      get: (name: string) => {
        const value = browser.cookies.get(name)
        return value === undefined ? undefined : { name, value }
      },
      set: (name: string, value: string) => browser.cookies.set(name, value),
    }),
}

/** A database of its own, in which the actions of this process work. */
export interface ActionDatabase {
  readonly owner: Database
  stop(): Promise<void>
}

export async function startActionDatabase(): Promise<ActionDatabase> {
  const made = await createTestDatabase()
  const owner = new Database(made.ownerUrl, 2)
  vi.stubEnv('DATABASE_URL', made.url)
  vi.stubEnv('NEXTAUTH_SECRET', randomSecret())
  vi.stubEnv('NEXTAUTH_URL', OWN)
  vi.stubEnv('PAYDESK_ENCRYPTION_KEY', randomSecret())
  vi.stubEnv('LOG_LEVEL', 'silent')
  const stop = async () => {
    vi.unstubAllEnvs()
    await Promise.all([database().close(), owner.close()])
    await made.drop()
  }
  return { owner, stop }
}

/** A browser without cookies; returns the lines that are logged from now on. */
export function openFreshBrowser(): Record<string, unknown>[] {
  browser.cookies.clear()
  browser.headers = new Headers({ origin: OWN, 'x-paydesk-address': NETWORK })
  const written: Record<string, unknown>[] = []
  vi.spyOn(log(), 'info').mockImplementation((line: unknown) => {
    written.push(line as Record<string, unknown>)
  })
  return written
}

/** Runs an action that ends by leading to another page. */
export async function led(action: Promise<unknown>): Promise<void> {
  await action.catch((error: unknown) => {
    if (!String(error).includes('NEXT_REDIRECT')) throw error
  })
}
