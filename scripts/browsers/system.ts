import { existsSync } from 'node:fs'
import path from 'node:path'
import { runOrThrow } from '../processes/run-command'
import { type Browser, prove } from './candidate'

/** The headless shell comes first: it halves the time of a run. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
]
const MAC_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const VERSION_LIMIT_MS = 20_000

/** The browser that CHROMIUM_PATH names. */
export async function chosenBrowser(): Promise<Browser> {
  const { CHROMIUM_PATH: chosen } = process.env
  if (!chosen) throw new Error('it is not set')
  return proveExecutable(chosen)
}

/** The first browser of the system that works. */
export async function systemBrowser(): Promise<Browser> {
  const reasons: string[] = []
  for (const file of installed()) {
    try {
      return await proveExecutable(file)
    } catch (error) {
      reasons.push(`${file}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  throw new Error(reasons.join('\n') || 'there is none in PATH')
}

async function proveExecutable(executablePath: string): Promise<Browser> {
  await runOrThrow(executablePath, ['--version'], { timeoutMs: VERSION_LIMIT_MS })
  return prove({ executablePath })
}

function installed(): string[] {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  const files = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return [...files, ...MAC_APPS].filter((file) => existsSync(file))
}
