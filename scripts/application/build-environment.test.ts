import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { runCommand } from '../processes/run-command'
import { inPackage, inProject } from '../project'
import { actionKeyOf, buildEnvironment } from './build-environment'

function makeSources(text: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'paydesk-build-'))
  mkdirSync(path.join(folder, 'app'))
  writeFileSync(path.join(folder, 'app', 'page.tsx'), text)
  return folder
}

it('build: has the same id and key for the same sources in any folder, and others for others', async () => {
  const folders = ['same', 'same', 'changed'].map(makeSources)
  const [first, second, third] = await Promise.all(
    folders.map((folder) => buildEnvironment(folder)),
  )
  expect(second).toEqual(first)
  expect(third?.PAYDESK_BUILD_ID).not.toBe(first?.PAYDESK_BUILD_ID)
  expect(third?.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY).not.toBe(
    first?.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
  )
  for (const folder of folders) rmSync(folder, { recursive: true })
})

it('build: the key of running instances is of the length that Next takes, and of the session secret', () => {
  expect(Buffer.from(actionKeyOf('one'), 'base64')).toHaveLength(32)
  expect(actionKeyOf('one')).toBe(actionKeyOf('one'))
  expect(actionKeyOf('one')).not.toBe(actionKeyOf('two'))
})

it('build: Next sends no telemetry once it has read our configuration, whatever starts it', async () => {
  const program = `
    await import(${JSON.stringify(inProject('next.config.mjs'))})
    const { Telemetry } = await import(${JSON.stringify(inPackage('next/dist/telemetry/storage.js'))})
    console.log(new Telemetry({ distDir: '.next' }).isDisabled)`
  const { output } = await runCommand(
    process.execPath,
    ['--input-type=module', '--eval', program],
    {
      cwd: inProject(),
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: undefined, CI: undefined },
      timeoutMs: 20_000,
    },
  )
  expect(output.trim()).toBe('true')
})
