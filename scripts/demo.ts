import { readSecrets } from '@/lib/config/env'
import { appEnvironment } from './application/environment'
import { startApplication } from './application/start-application'
import { ensureBuilt } from './application/build'
import { demoDatabase, migrateDemoDatabase } from './demo/database'
import { demoSecrets, inDemo, openDemoFolder } from './demo/folder'
import { sandboxPort } from './demo/sandbox-port'
import { summaryText } from './demo/summary'
import { importTransactions, seedDemoData } from './demo-data'
import { loadFromEnvFile } from './application/env-file'
import { takeLock } from './lock'
import { requireNode } from './node-version'
import { applicationPort } from './ports'
import { endOrphans } from './processes/orphans'
import { failAfterStopping, stopOnSignals } from './processes/shutdown'
import { step } from './progress'
import { inProject } from './project'
import { startSandbox } from './sandbox'

const USUAL_PORT = 3000

async function demo(): Promise<never> {
  requireNode()
  // No more of it: the demo must not come near the database of a real installation.
  loadFromEnvFile(inProject('.env'), ['PORT', 'HOST'])
  openDemoFolder()
  await allowOneDemo()
  stopOnSignals({ exitCode: 0, onSignal: () => console.log('\nStopping…') })
  await endOrphans(inDemo('children.json'))
  const port = await choosePort()

  const [, { environment, sandbox, signIns }] = await Promise.all([
    step('Production build', () => ensureBuilt()),
    prepareData(port),
  ])
  const application = await step('Application', () =>
    startApplication({ environment, logFile: inDemo('logs', 'application.log') }),
  )

  const address = `http://localhost:${port}`
  console.log(summaryText({ address, sandboxUrl: sandbox.url, signIns, folder: '.paydesk' }))
  throw new Error(await Promise.race([sandbox.child.endedByItself, application.endedByItself]))
}

async function prepareData(port: number) {
  const { DATABASE_URL: given } = readSecrets(['DATABASE_URL'])
  const { encryptionKey, authSecret, databasePassword } = demoSecrets()
  const database = await step('Database', () => demoDatabase(given, databasePassword))
  await step('Database tables', () => migrateDemoDatabase(database, !given))
  const sandbox = await step('Sandbox of the payment providers', async () =>
    startSandbox({
      port: await sandboxPort(),
      dataFolder: inDemo('sandbox'),
      logFile: inDemo('logs', 'sandbox.log'),
    }),
  )
  const { applicationUrl: databaseUrl, ownerUrl } = database
  const sandboxUrl = sandbox.url
  const logLevel = process.env.LOG_LEVEL ?? 'info'
  const environment = appEnvironment({
    databaseUrl,
    encryptionKey,
    authSecret,
    port,
    sandboxUrl,
    logLevel,
  })
  Object.assign(process.env, environment, { LOG_LEVEL: 'warn' })
  const signIns = await step('Demo data', () =>
    seedDemoData({ ownerUrl, encryptionKey, sandboxUrl }),
  )
  await step('Transactions from the providers', () => importTransactions(sandboxUrl))
  return { environment, sandbox, signIns }
}

async function allowOneDemo(): Promise<void> {
  const lock = await takeLock(inDemo('demo.lock'))
  if (lock.taken) return
  throw new Error(`The demo already runs in this folder (process ${lock.pid}). Stop it first.`)
}

async function choosePort(): Promise<number> {
  const port = await applicationPort(process.env.PORT, USUAL_PORT)
  if (!process.env.PORT && port !== USUAL_PORT) {
    console.log(`Port ${USUAL_PORT} is in use, so the application takes ${port}.`)
  }
  return port
}

demo().catch(failAfterStopping)
