import { randomUUID } from 'node:crypto'
import { createDatabase, dropDatabase } from '@/scripts/databases'

export interface TestDatabase {
  /** Its address for the application, whose role has only the rights that it needs. */
  readonly url: string
  /** Its address with all rights, for what a test arranges or tampers with. */
  readonly ownerUrl: string
  drop(): Promise<void>
}

/**
 * Creates a migrated, empty database for one test file, in about 50 ms.
 * @throws outside of the test command and the integration project, which run the server
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const {
    TEST_DATABASE_URL: adminUrl,
    TEST_DATABASE_TEMPLATE: template,
    TEST_DATABASE_APPLICATION_URL: applicationUrl,
  } = process.env
  if (!adminUrl || !template || !applicationUrl) {
    throw new Error('There is no test database server. Run npm run test:integration.')
  }
  const name = `paydesk_test_${randomUUID().replaceAll('-', '')}`
  await createDatabase(adminUrl, name, template)
  return {
    url: addressOf(applicationUrl, name),
    ownerUrl: addressOf(adminUrl, name),
    drop: () => dropDatabase(adminUrl, name),
  }
}

function addressOf(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}
