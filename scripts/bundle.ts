import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type BuildOptions, type Plugin } from 'esbuild'
import { inProject, projectFolder } from './project'

export interface BundleOptions {
  /** The program's first file, from the project's folder. */
  readonly entry: string
  /** The name of the bundle, for people. */
  readonly name: string
  readonly plugins?: Plugin[]
}

/** A bundle that goes with its files into another folder. */
export interface PortableBundle {
  readonly entry: string
  /** The file to write; its folder is the program's project folder from then on. */
  readonly outfile: string
  /** Packages that it loads from `node_modules` beside it. */
  readonly external: string[]
}

/**
 * Bundles a program of this project into one file, so that new processes of it start fast.
 * @returns the file to run
 */
export async function bundleProgram({ entry, name, plugins = [] }: BundleOptions): Promise<string> {
  const folder = inProject('.cache', 'programs')
  mkdirSync(folder, { recursive: true })
  const outfile = path.join(folder, `${name}-${process.pid}.mjs`)
  const entryPoints = [inProject(entry)]
  await build(Object.assign(common(), { entryPoints, outfile, banner: { js: REQUIRE }, plugins }))
  return outfile
}

/**
 * Bundles a program into one file that needs neither the sources nor the packages they import, except
 * the external ones.
 */
export async function bundlePortable({ entry, outfile, external }: PortableBundle): Promise<void> {
  const banner = {
    // The sources find the project folder from where they are: one folder below it.
    js: `${REQUIRE} const sourceUrl = new URL('scripts/program.js', import.meta.url).href;`,
  }
  const define = { 'import.meta.url': 'sourceUrl' }
  const entryPoints = [inProject(entry)]
  await build(Object.assign(common(), { entryPoints, outfile, banner, define, external }))
}

/** What no bundle of a command holds: Next looks for its own files, and the other is no JavaScript. */
export const NOT_BUNDLED = ['next', '@node-rs/argon2']

/**
 * Bundles commands of `scripts`, and what several of them use in files of its own, so that new
 * processes of them start fast. They find the files of this project as their sources do.
 * @param names of the files in `scripts`, without `.ts`
 * @returns the folder that holds `<name>.mjs` for each
 */
export async function bundleCommands(names: readonly string[]): Promise<string> {
  const folder = inProject('.cache', 'programs', `commands-${process.pid}`)
  const sourceUrl = JSON.stringify(pathToFileURL(inProject('scripts', 'program.js')).href)
  await build(
    Object.assign(common(), {
      entryPoints: names.map((name) => inProject('scripts', `${name}.ts`)),
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      splitting: true,
      external: NOT_BUNDLED,
      banner: { js: REQUIRE },
      define: { 'import.meta.url': sourceUrl },
    }),
  )
  return folder
}

/** Some of the bundled packages are CommonJS and need `require`. */
const REQUIRE =
  "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);"

function common() {
  return {
    tsconfig: inProject('tsconfig.json'),
    absWorkingDir: projectFolder,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  } satisfies BuildOptions
}
