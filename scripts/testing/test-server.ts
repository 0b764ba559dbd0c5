import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createDatabase, dropDatabase, dropRole } from '../databases'
import { migrateDatabase } from '../demo-data'
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../embedded-postgres/start'
import { isAlive } from '../processes/process-table'
import { stopBeforeExit } from '../processes/shutdown'

/** The database server of a test run. */
export interface TestServer {
  /** From here databases are created and dropped. */
  readonly adminUrl: string
  /** The name of a migrated database that is copied for each test. */
  readonly template: string
  /** The address by which the application comes to the server. */
  readonly applicationUrl: string
  stop(): Promise<void>
}

const FOLDER = /^paydesk-test-(\d+)-/

/**
 * The server of this test run: the one whose variables the test command has set, else a new one
 * that is set in them.
 */
export async function ensureTestServer(): Promise<TestServer> {
  const {
    TEST_DATABASE_URL: adminUrl,
    TEST_DATABASE_TEMPLATE: template,
    TEST_DATABASE_APPLICATION_URL: applicationUrl,
  } = process.env
  if (adminUrl && template && applicationUrl) {
    return { adminUrl, template, applicationUrl, stop: () => Promise.resolve() }
  }
  const server = adminUrl ? await useGivenServer(adminUrl) : await startOwnServer()
  process.env.TEST_DATABASE_URL = server.adminUrl
  process.env.TEST_DATABASE_TEMPLATE = server.template
  process.env.TEST_DATABASE_APPLICATION_URL = server.applicationUrl
  return server
}

async function startOwnServer(): Promise<TestServer> {
  await removeLeftovers()
  const dataDir = mkdtempSync(path.join(tmpdir(), `paydesk-test-${process.pid}-`))
  const server = await startEmbeddedPostgres({ dataDir, durable: false })
  const stop = stopBeforeExit(() => removeEmbeddedPostgres(dataDir))
  const { adminUrl } = server
  return { adminUrl, ...(await makeTemplate(adminUrl)), stop }
}

async function useGivenServer(adminUrl: string): Promise<TestServer> {
  const { template, applicationUrl } = await makeTemplate(adminUrl)
  const stop = stopBeforeExit(async () => {
    await dropDatabase(adminUrl, template)
    await dropRole(adminUrl, roleName())
  })
  return { adminUrl, template, applicationUrl, stop }
}

function roleName(): string {
  return `paydesk_app_${process.pid}`
}

async function makeTemplate(
  adminUrl: string,
): Promise<Pick<TestServer, 'template' | 'applicationUrl'>> {
  const template = `paydesk_template_${process.pid}`
  await dropDatabase(adminUrl, template)
  await dropRole(adminUrl, roleName())
  await createDatabase(adminUrl, template)
  const ownerUrl = new URL(adminUrl)
  ownerUrl.pathname = `/${template}`
  const applicationUrl = new URL(ownerUrl)
  applicationUrl.username = roleName()
  applicationUrl.password = randomUUID()
  await migrateDatabase(ownerUrl.href, applicationUrl.href)
  return { template, applicationUrl: applicationUrl.href }
}

/** Stops and removes the servers of test runs that were killed. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(FOLDER.exec(name)?.[1])
    const dataDir = path.join(tmpdir(), name)
    if (!pid || isAlive(pid)) continue
    if (statSync(dataDir).uid === process.getuid?.()) await removeEmbeddedPostgres(dataDir)
  }
}
