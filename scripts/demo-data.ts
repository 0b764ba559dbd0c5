import { z } from 'zod'

export interface SignIn {
  readonly email: string
  readonly password: string
  readonly role: string
}

export interface DemoDataOptions {
  /** Address of the owner of the tables. */
  readonly ownerUrl: string
  readonly encryptionKey: string
  readonly sandboxUrl: string
}

/**
 * Brings the database to the newest version, and gives the role of the application its rights. The
 * modules are loaded only now, so that they find the environment that was set before.
 */
export async function migrateDatabase(ownerUrl: string, applicationUrl: string): Promise<void> {
  const [{ migrate }, { grantApplicationRole }] = await Promise.all([
    import('@/db/migrate'),
    import('@/db/application-role'),
  ])
  await migrate(ownerUrl)
  await grantApplicationRole(ownerUrl, applicationUrl)
}

/** Adds the demo's organisation, people and connections unless they are there already. */
export async function seedDemoData(options: DemoDataOptions): Promise<readonly SignIn[]> {
  const { seedDemo } = await import('@/db/seed/demo')
  const { signIns } = await seedDemo(options)
  return signIns
}

const REQUEST_LIMIT_MS = 10_000
const totals = z.array(z.object({ merchantReference: z.string() }))

/**
 * Reads the transactions of every connection from its provider into the database. Where a provider
 * has no list, the sandbox lists the references that the shop's own orders would.
 */
export async function importTransactions(sandboxUrl: string): Promise<void> {
  const [{ database }, { importAllConnections }, { importByName }] = await Promise.all([
    import('@/db/client'),
    import('@/lib/sync/import-all-connections'),
    import('@/lib/sync/import-by-name'),
  ])
  const { NATIVE_CONNECTION } = await import('@/db/seed/demo')
  await importAllConnections(database(), { onProgress: () => undefined })
  const { name, accountId } = NATIVE_CONNECTION
  const response = await fetch(
    `${sandboxUrl}/control/bambora-native/totals?accountId=${accountId}`,
    { signal: AbortSignal.timeout(REQUEST_LIMIT_MS) },
  )
  const payments = totals.parse(await response.json())
  const references = payments.map(({ merchantReference }) => merchantReference)
  const imported = await importByName(database(), name, references)
  if (!imported.ok) {
    const { code, message = code } = imported.error
    throw new Error(`${name}: ${message}`)
  }
  await database().close()
}
