import path from 'node:path'
import { runOrThrow } from '../processes/run-command'
import { inPackage } from '../project'
import { type Browser, prove } from './candidate'
import { systemBrowser } from './system'

const DOWNLOAD_LIMIT_MS = 10 * 60_000
/** Time to wait for a connection, short so that a blocked download is noticed soon. */
const CONNECT_LIMIT_MS = 5_000

/** Playwright's own browser, as it was fetched earlier. */
export function playwrightBrowser(): Promise<Browser> {
  return prove({})
}

/** Lets Playwright fetch its own browser. */
export async function fetchPlaywrightBrowser(): Promise<Browser> {
  const cli = path.join(path.dirname(inPackage('@playwright/test/package.json')), 'cli.js')
  await runOrThrow(process.execPath, [cli, 'install', 'chromium', '--only-shell'], {
    timeoutMs: DOWNLOAD_LIMIT_MS,
    env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: String(CONNECT_LIMIT_MS) },
  })
  return prove({})
}

/** Installs Debian's browser; only root can. */
export async function installDebianBrowser(): Promise<Browser> {
  if (process.getuid?.() !== 0) throw new Error('only root can install packages')
  const options = {
    timeoutMs: DOWNLOAD_LIMIT_MS,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  await runOrThrow('apt-get', ['update', '-q'], options)
  const packages = ['chromium-headless-shell', 'fonts-liberation']
  const flags = ['-y', '-q', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120']
  await runOrThrow('apt-get', ['install', ...flags, ...packages], options)
  return systemBrowser()
}
