import { z } from 'zod'

export interface SignIn {
  readonly email: string
  readonly password: string
  readonly role: string
}

export interface DemoDataOptions {
  readonly databaseUrl: string
  readonly encryptionKey: string
  readonly sandboxUrl: string
}

/**
 * Brings the database to the newest version, and registers the accounts of connections from before
 * that was done. The modules are loaded only now, so that they find the environment that was set
 * before. Changes nothing, and throws in words, while two connections read the same account.
 * @param keep names of those that go on; what reads the same account as one of them is retired
 * @returns names of connections whose secret could not be read, so that they cannot be used
 */
export async function migrateDatabase(
  databaseUrl: string,
  keep: readonly string[] = [],
): Promise<readonly string[]> {
  const [{ migrate }, { Database }, { planAccounts, registerAccounts }] = await Promise.all([
    import('@/db/migrate'),
    import('@/db/client'),
    import('@/lib/connections/register-accounts'),
  ])
  const database = new Database(databaseUrl, 1)
  try {
    await planAccounts(database, keep)
    await migrate(databaseUrl)
    return await registerAccounts(database, keep)
  } finally {
    await database.close()
  }
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
