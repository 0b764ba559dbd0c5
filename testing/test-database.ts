import { randomUUID } from 'node:crypto'
import { createDatabase, dropDatabase } from '@/scripts/databases'

export interface TestDatabase {
  /** Its connection URL, with all rights in it. */
  readonly url: string
  drop(): Promise<void>
}

/**
 * Creates a migrated, empty database for one test file, in about 50 ms.
 * @throws outside of the test command and the integration project, which run the server
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { TEST_DATABASE_URL: adminUrl, TEST_DATABASE_TEMPLATE: template } = process.env
  if (!adminUrl || !template) {
    throw new Error('There is no test database server. Run npm run test:integration.')
  }
  const name = `paydesk_test_${randomUUID().replaceAll('-', '')}`
  await createDatabase(adminUrl, name, template)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => dropDatabase(adminUrl, name) }
}
