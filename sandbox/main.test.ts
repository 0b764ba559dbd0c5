import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { call, TestSandbox } from './testing/test-sandbox'

const START_LIMIT_MS = 20_000
const children: ChildProcess[] = []
const folders: string[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

interface Ended {
  readonly code: number | null
  readonly output: string
  readonly problem: string
}

/** The sandbox as a program of its own. */
function run(...args: string[]): {
  child: ChildProcess
  ended: Promise<Ended>
  url: Promise<string>
} {
  const child = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'main.ts'), ...args])
  children.push(child)
  let output = ''
  let problem = ''
  child.stderr.on('data', (chunk: Buffer) => (problem += chunk.toString()))
  const url = new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const line = output.split('\n').find((one) => one.startsWith('{'))
      if (line) resolve((JSON.parse(line) as { url: string }).url)
    })
  })
  const ended = new Promise<Ended>((resolve) => {
    child.on('exit', (code) => resolve({ code, output, problem }))
  })
  return { child, ended, url }
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-main-'))
  folders.push(folder)
  return folder
}

describe('sandbox program', { timeout: START_LIMIT_MS }, () => {
  it('prints its address, keeps its ledger when killed, and ends cleanly', async () => {
    const data = temporaryFolder()
    const first = run('--port', '0', '--data', data, '--seed', 'off')
    const created = await call<{ id: string }>(
      `${await first.url}/control/dintero/transactions`,
      'POST',
      {},
    )
    first.child.kill('SIGKILL')
    await first.ended

    const second = run('--port', '0', '--data', data)
    const url = await second.url
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(
      (await call(`${url}/control/dintero/transactions/${created.body.id}`, 'GET')).status,
    ).toBe(200)
    second.child.kill('SIGTERM')
    const { code, output } = await second.ended
    expect(code).toBe(0)
    expect(output.split('\n')[1]).toBe(`{"sandbox":"listening","url":"${url}"}`)
  })

  it('reports a wrong start in one sentence', async () => {
    const busy = await TestSandbox.start()
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'ledger.jsonl'), 'not a ledger\n')
    const port = new URL(busy.url).port
    const runs = await Promise.all([
      run('--port', port, '--data', 'none').ended,
      run('--port', 'eighty').ended,
      run('--unknown').ended,
      run('--port', '0', '--data', folder).ended,
    ])
    await busy.close()
    expect(runs.map((one) => one.code)).toEqual([1, 1, 1, 1])
    expect(runs.map((one) => one.problem)).toEqual([
      'The port is taken by another program; choose one with --port.\n',
      expect.stringMatching(/^The value of --port cannot be used; .*\n$/),
      expect.stringMatching(/^The command line is not understood; .*\n$/),
      'The ledger file was not written by this sandbox version.\n',
    ])
  })
})
