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
 * Brings the database to the newest version. The module is loaded only now, so that it finds the
 * environment that was set before.
 */
export async function migrateDatabase(databaseUrl: string): Promise<void> {
  const { migrate } = await import('@/db/migrate')
  await migrate(databaseUrl)
}

/** Adds the demo's organisation, people and connections unless they are there already. */
export async function seedDemoData(options: DemoDataOptions): Promise<readonly SignIn[]> {
  const { seedDemo } = await import('@/db/seed/demo')
  const { signIns } = await seedDemo(options)
  return signIns
}

/** Reads the transactions of every connection from its provider into the database. */
export async function importTransactions(): Promise<void> {
  const [{ database }, { importAllConnections }] = await Promise.all([
    import('@/db/client'),
    import('@/lib/operations/import-all-connections'),
  ])
  await importAllConnections(database(), { onProgress: () => undefined })
  await database().close()
}
