import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { request } from 'undici'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ensureBuilt } from '@/scripts/application/build'
import { runCommand } from '@/scripts/processes/run-command'
import { inProject, projectFolder } from '@/scripts/project'
import { startInstance, type Instance } from '@/testing/application-instance'
import { startTestMerchant, type TestMerchant } from '@/testing/merchant'
import { CaptureAction, captureActionId } from '@/testing/over-http/capture-action'
import { makeOpenPayments } from '@/testing/over-http/open-payments'
import { signIn } from '@/testing/over-http/sign-in'

const NOT_COPIED = new Set(['node_modules', '.git', '.next', '.cache', '.paydesk', 'test-results'])
const BUILD_LIMIT_MS = 15 * 60_000

let base: string
let otherFolder: string
let merchant: TestMerchant
let one: Instance
let other: Instance

beforeAll(async () => {
  base = mkdtempSync(path.join(tmpdir(), 'paydesk-two-builds-'))
  otherFolder = path.join(base, 'on', 'another', 'host')
  mkdirSync(otherFolder, { recursive: true })
  const filter = (source: string) => !NOT_COPIED.has(path.relative(projectFolder, source))
  cpSync(projectFolder, otherFolder, { recursive: true, filter })
  copyPackages(path.join(otherFolder, 'node_modules'))
  await ensureBuilt()
  const options = { cwd: otherFolder, env: process.env, timeoutMs: BUILD_LIMIT_MS }
  const args = ['--import', 'tsx', 'scripts/build.ts']
  const { code, output } = await runCommand(process.execPath, args, options)
  if (code !== 0) throw new Error(`the other build failed:\n${output}`)
  merchant = await startTestMerchant()
  one = await startInstance(merchant)
  other = await startInstance(merchant, { folder: otherFolder })
}, 2 * BUILD_LIMIT_MS)
afterAll(async () => {
  for (const instance of [one, other]) {
    instance.process.kill('SIGTERM')
    await instance.ended
  }
  await merchant.stop()
  rmSync(base, { recursive: true })
}, 120_000)

/** Links where the file system has them: Next takes no folder that is a link to outside. */
function copyPackages(target: string): void {
  try {
    execFileSync('cp', ['-al', inProject('node_modules'), target], { stdio: 'ignore' })
  } catch {
    rmSync(target, { recursive: true, force: true })
    cpSync(inProject('node_modules'), target, { recursive: true })
  }
}

function builtIn(folder: string, ...parts: readonly string[]): string {
  return path.join(folder, '.next', ...parts)
}

/** Files that browsers load, by name with content. */
function staticFiles(folder: string): ReadonlyMap<string, string> {
  const root = builtIn(folder, 'static')
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return new Map(
    files.map(({ parentPath, name }) => {
      const file = path.join(parentPath, name)
      return [path.relative(root, file), readFileSync(file, 'base64')]
    }),
  )
}

it('two builds of the same sources: have the same id, actions and files for browsers', () => {
  const idOf = (folder: string) => readFileSync(builtIn(folder, 'BUILD_ID'), 'utf8')
  expect(idOf(otherFolder)).toBe(idOf(projectFolder))
  expect(captureActionId(otherFolder)).toBe(captureActionId())
  expect(staticFiles(otherFolder)).toEqual(staticFiles(projectFolder))
})

it('two builds of the same sources: a page of one acts, and goes on, at the other', async () => {
  const cookie = await signIn(one, 'staff@paydesk.example', 'paydesk-demo')
  const [payment] = await makeOpenPayments(merchant, 1)
  if (payment === undefined) throw new Error('there is no payment')
  const page = await request(`${one.url}/transactions/${payment.id}`, { headers: { cookie } })
  const html = await page.body.text()
  const files = new Set(html.match(/\/_next\/static\/[\w~./-]+\.(?:js|css)/g))
  expect(files.size).toBeGreaterThan(3)
  for (const file of files) {
    const { statusCode, body } = await request(other.url + file)
    await body.dump()
    expect([file, statusCode]).toEqual([file, 200])
  }
  const headers = { cookie, rsc: '1' }
  // Next names the headers of such a request in its address, and leads there who left that out.
  const led = await request(`${other.url}/audit`, { headers })
  await led.body.dump()
  const { pathname, search } = new URL(String(led.headers.location), other.url)
  expect(pathname).toBe('/audit')
  const next = await request(other.url + pathname + search, { headers })
  expect(next.statusCode).toBe(200)
  expect(await next.body.text()).toContain(readFileSync(builtIn(projectFolder, 'BUILD_ID'), 'utf8'))
  const action = new CaptureAction(other, captureActionId())
  expect((await action.capture(payment, cookie)).state).toBe('succeeded')
}, 120_000)
