import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { appEnvironment, randomSecret } from '@/scripts/application/environment'
import { createDatabase, dropDatabase } from '@/scripts/databases'
import { anyFreePort } from '@/scripts/ports'
import { runCommand, runOrThrow } from '@/scripts/processes/run-command'
import { inProject } from '@/scripts/project'
import { ensureStandalone } from '@/scripts/standalone/build'
import { OPERATOR_COMMANDS } from '@/scripts/standalone/commands'
import { untilReady } from './image'

const BUILD_LIMIT_MS = 20 * 60_000
const LIMIT_MS = 5 * 60_000
const COMMAND_LIMIT_MS = 60_000
/** What a checkout has besides its sources, and what is no part of a build that runs. */
const LEFT_OUT =
  /^(node_modules|\.cache|\.paydesk|\.git|\.env|test-results)$|^\.next\/(cache|standalone)$/

const adminUrl = process.env.TEST_DATABASE_URL ?? ''
const name = `paydesk_test_production_${process.pid}`
let folder: string
let environment: Record<string, string | undefined>

beforeAll(async () => {
  await ensureStandalone()
  await createDatabase(adminUrl, name)
  folder = mkdtempSync(path.join(tmpdir(), 'paydesk-production-'))
  const filter = (file: string) => !LEFT_OUT.test(path.relative(inProject(), file))
  cpSync(inProject(), folder, { recursive: true, filter, verbatimSymlinks: true })
  await runOrThrow('npm', ['ci', '--omit=dev', '--prefer-offline', '--ignore-scripts'], {
    cwd: folder,
    timeoutMs: BUILD_LIMIT_MS,
  })
  const databaseUrl = new URL(adminUrl)
  databaseUrl.pathname = `/${name}`
  environment = Object.assign(
    { PATH: process.env.PATH, HOME: process.env.HOME },
    appEnvironment({
      databaseUrl: databaseUrl.href,
      encryptionKey: randomSecret(),
      authSecret: randomSecret(),
      port: await anyFreePort(),
      sandboxUrl: 'http://127.0.0.1:1',
      logLevel: 'info',
    }),
  )
}, BUILD_LIMIT_MS)
afterAll(async () => {
  await rm(folder, { recursive: true })
  await dropDatabase(adminUrl, name)
}, LIMIT_MS)

const npm = (...args: readonly string[]) =>
  runCommand('npm', args, { cwd: folder, env: environment, timeoutMs: COMMAND_LIMIT_MS })

it(
  'npm ci --omit=dev: every command of an operator runs, and a finished build starts',
  async () => {
    expect(existsSync(path.join(folder, 'node_modules', 'vitest'))).toBe(false)
    expect(await npm('run', 'migrate')).toMatchObject({ code: 0 })
    for (const command of Object.keys(OPERATOR_COMMANDS)) {
      const { output, code } = await npm('run', command, '--', '--nonsense')
      expect(output, command).not.toMatch(/Cannot find|\n\s+at |\(ERR_/)
      expect([0, 1, 2], `${command}: ${output}`).toContain(code)
    }
    expect(await npm('run', 'status')).toMatchObject({ code: 0 })

    const server = spawn('npm', ['start'], {
      cwd: folder,
      env: environment as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let printed = ''
    for (const stream of [server.stdout, server.stderr]) {
      stream.on('data', (part: Buffer) => (printed += part.toString()))
    }
    const ended = new Promise<void>((resolve) => server.once('close', () => resolve()))
    await untilReady(`http://127.0.0.1:${environment.PORT}/api/health/ready`, () => printed)
    server.kill('SIGTERM')
    await ended
  },
  LIMIT_MS,
)
