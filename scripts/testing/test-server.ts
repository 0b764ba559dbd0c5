import { mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createDatabase, dropDatabase } from '../databases'
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
  stop(): Promise<void>
}

const FOLDER = /^paydesk-test-(\d+)-/

/**
 * The server of this test run: the one whose variables the test command has set, else a new one
 * that is set in them.
 */
export async function ensureTestServer(): Promise<TestServer> {
  const { TEST_DATABASE_URL: adminUrl, TEST_DATABASE_TEMPLATE: template } = process.env
  if (adminUrl && template) return { adminUrl, template, stop: () => Promise.resolve() }
  const server = adminUrl ? await useGivenServer(adminUrl) : await startOwnServer()
  process.env.TEST_DATABASE_URL = server.adminUrl
  process.env.TEST_DATABASE_TEMPLATE = server.template
  return server
}

async function startOwnServer(): Promise<TestServer> {
  await removeLeftovers()
  const dataDir = mkdtempSync(path.join(tmpdir(), `paydesk-test-${process.pid}-`))
  const server = await startEmbeddedPostgres({ dataDir, durable: false })
  const stop = stopBeforeExit(() => removeEmbeddedPostgres(dataDir))
  return { adminUrl: server.adminUrl, template: await makeTemplate(server.adminUrl), stop }
}

async function useGivenServer(adminUrl: string): Promise<TestServer> {
  const template = await makeTemplate(adminUrl)
  const stop = stopBeforeExit(() => dropDatabase(adminUrl, template))
  return { adminUrl, template, stop }
}

async function makeTemplate(adminUrl: string): Promise<string> {
  const template = `paydesk_template_${process.pid}`
  await dropDatabase(adminUrl, template)
  await createDatabase(adminUrl, template)
  const url = new URL(adminUrl)
  url.pathname = `/${template}`
  await migrateDatabase(url.href)
  return template
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
