export interface GeneratedData {
  readonly databaseUrl: string
  readonly count: number
  readonly onProgress: (written: number) => void
}

/** Writes generated payments; the module is loaded only now, so that it finds the environment. */
export async function generateTransactions(options: GeneratedData): Promise<void> {
  const { seedGeneratedTransactions } = await import('@/db/seed/generated-transactions')
  await seedGeneratedTransactions(options)
}
