import { z } from 'zod'
import { appEnvironment, randomSecret } from '@/scripts/application/environment'
import { startApplication } from '@/scripts/application/start-application'
import { importTransactions, seedDemoData } from '@/scripts/demo-data'
import { anyFreePort } from '@/scripts/ports'
import { inProject } from '@/scripts/project'
import { startSandbox } from '@/scripts/sandbox'
import { commandArguments } from '@/testing/bundled-programs'
import { SandboxControl } from '@/testing/sandbox-control'
import { createTestDatabase } from '@/testing/test-database'
import { createJourneyPayments, type PaymentSet } from './journey-payments'

const logFile = (name: string) => inProject('.cache', 'e2e', `${name}.log`)

/** What the application of the latest world has printed. */
export const APPLICATION_LOG = logFile('application')

const VARIABLE = 'PAYDESK_E2E_WORLD'

const worldSchema = z.object({
  /** The application's address. */
  url: z.string(),
  databaseUrl: z.string(),
  /** The database's address with all rights. */
  ownerUrl: z.string(),
  sandboxUrl: z.string(),
  /** The key that seals the secrets of its connections. */
  encryptionKey: z.string(),
  /** The provider's ids of the journeys' payments, by name. */
  journeyPayments: z.record(z.string(), z.string()),
  signIns: z.array(z.object({ email: z.string(), password: z.string(), role: z.string() })),
})

/** The processes and data of the browser tests. */
export type World = z.infer<typeof worldSchema>

/** The world of this run; undefined before it is there. */
export function currentWorld(): World | undefined {
  const text = process.env[VARIABLE]
  return text ? worldSchema.parse(JSON.parse(text)) : undefined
}

/**
 * Starts a world: a fresh database with the demo's data, a sandbox, and the production build of
 * the application. The test processes that start afterwards find it with `currentWorld`.
 * @returns a function that stops all of it
 */
export async function startWorld(paymentSet: PaymentSet = 'all'): Promise<() => Promise<void>> {
  const database = await createTestDatabase()
  const sandbox = await startSandbox({
    port: 0,
    logFile: logFile('sandbox'),
    program: process.env.TEST_SANDBOX_PROGRAM,
  })
  const port = await anyFreePort()
  const encryptionKey = randomSecret()
  const shared = { databaseUrl: database.url, encryptionKey, sandboxUrl: sandbox.url }
  const environment = appEnvironment({
    ...shared,
    port,
    authSecret: randomSecret(),
    logLevel: 'warn',
  })
  Object.assign(process.env, environment)
  const signIns = await seedDemoData({ ...shared, ownerUrl: database.ownerUrl })
  const journeyPayments = await createJourneyPayments(new SandboxControl(sandbox.url), paymentSet)
  await importTransactions(sandbox.url)
  const command = commandArguments('start')
  const application = await startApplication({ environment, logFile: APPLICATION_LOG, command })
  const world: World = {
    ...shared,
    ownerUrl: database.ownerUrl,
    url: `http://localhost:${port}`,
    journeyPayments,
    signIns: [...signIns],
  }
  process.env[VARIABLE] = JSON.stringify(world)
  process.env.PAYDESK_E2E_URL = world.url
  return async () => {
    await application.stop()
    await sandbox.child.stop()
    await database.drop()
  }
}
