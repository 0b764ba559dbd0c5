import { expect, it } from 'vitest'
import { appEnvironment, randomSecret } from './application/environment'
import { anyFreePort, isPortFree } from './ports'
import { runCommand } from './processes/run-command'
import { projectFolder, runTypeScript } from './project'

async function start(environment: Readonly<Record<string, string>>) {
  const port = await anyFreePort()
  const complete = appEnvironment({
    databaseUrl: 'postgres://paydesk:hunter2@127.0.0.1:1/paydesk',
    encryptionKey: randomSecret(),
    authSecret: randomSecret(),
    port,
    sandboxUrl: 'http://127.0.0.1:4010',
    logLevel: 'silent',
  })
  const result = await runCommand(process.execPath, runTypeScript('scripts/start.ts'), {
    cwd: projectFolder,
    env: { ...process.env, ...complete, ...environment },
    timeoutMs: 20_000,
  })
  return { ...result, isFree: await isPortFree(port) }
}

it('start: missing and malformed settings are reported in one list, and no port is opened', async () => {
  // Empty rather than absent, so that no .env file of this folder fills them in.
  const { code, output, isFree } = await start({
    DATABASE_URL: '',
    PAYDESK_ENCRYPTION_KEY: '',
    NEXTAUTH_SECRET: 'x'.repeat(32),
    NEXTAUTH_SECRET_PREVIOUS_FILE: '/none/hunter',
    NEXTAUTH_URL: 'http://paydesk.example.com',
    PORT: 'hunter2',
  })
  expect(code).toBe(1)
  expect(output.trim().split('\n')).toEqual([
    'The environment is not complete. See .env.example.',
    expect.stringMatching(/^ {2}NEXTAUTH_SECRET_PREVIOUS_FILE names \/none\/hunter, which cannot/),
    expect.stringMatching(/^ {2}DATABASE_URL must start/),
    expect.stringMatching(/^ {2}PAYDESK_ENCRYPTION_KEY must be/),
    expect.stringMatching(/^ {2}NEXTAUTH_SECRET is too easy/),
    expect.stringMatching(/^ {2}NEXTAUTH_URL must begin with https/),
    expect.stringMatching(/^ {2}PORT must be a number/),
  ])
  expect(output).not.toContain('hunter2')
  expect(isFree).toBe(true)
})

it('start: a malformed bound is reported in words, and no port is opened', async () => {
  for (const PAYDESK_LIMITS of ['[]', '{"x":', '{"edge":{"bodyBytes":-1}}']) {
    const { code, output, isFree } = await start({ PAYDESK_LIMITS })
    expect(code).toBe(1)
    expect(output).toMatch(/^PAYDESK_LIMITS.* (is not JSON|must be [^\n]+)\n$/)
    expect(isFree).toBe(true)
  }
}, 60_000)
