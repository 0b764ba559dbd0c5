import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeOlder } from '@/testing/older-database'
import { commandArguments, type TestedCommand } from '@/testing/bundled-programs'
import { appEnvironment, randomSecret } from './application/environment'
import { createDatabase, dropDatabase } from './databases'
import { migrateDemoDatabase } from './demo/database'
import { anyFreePort, isPortFree } from './ports'
import { runCommand } from './processes/run-command'
import { projectFolder } from './project'

const adminUrl = process.env.TEST_DATABASE_URL ?? ''
const name = `paydesk_test_${randomUUID().replaceAll('-', '')}`
let url: string

beforeAll(async () => {
  await createDatabase(adminUrl, name)
  const address = new URL(adminUrl)
  address.pathname = `/${name}`
  url = address.href
  await makeOlder(url)
})
afterAll(() => dropDatabase(adminUrl, name))

async function run(command: TestedCommand, port: number) {
  const environment = appEnvironment({
    databaseUrl: url,
    encryptionKey: randomSecret(),
    authSecret: randomSecret(),
    port,
    sandboxUrl: 'http://127.0.0.1:4010',
    logLevel: 'silent',
  })
  return runCommand(process.execPath, commandArguments(command), {
    cwd: projectFolder,
    env: { ...process.env, ...environment },
    timeoutMs: 30_000,
  })
}

describe('a database that an older version made', () => {
  it.each(['migrate', 'start'] as const)('ends npm run %s with what to do', async (command) => {
    const port = await anyFreePort()
    const { code, output } = await run(command, port)
    expect(code).toBe(1)
    expect(output).toContain('made by a version of Paydesk before 0.2.0, which cannot be migrated')
    expect(output).toContain('create an empty database')
    expect(output).not.toMatch(/select |\n\s+at /)
    expect(await isPortFree(port)).toBe(true)
  })

  it('ends the demo with what to do about its folder, if it is the demo’s own', async () => {
    const database = { ownerUrl: url, applicationUrl: url }
    await expect(migrateDemoDatabase(database, true)).rejects.toThrow(
      /The folder \.paydesk holds the demo of .* before 0\.2\.0.* Delete it, or move it away/,
    )
    await expect(migrateDemoDatabase(database, false)).rejects.toThrow('create an empty database')
  })
})
