import { mkdirSync } from 'node:fs'
import path from 'node:path'
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
  await build(Object.assign(common({ entry, outfile }), { banner: { js: REQUIRE }, plugins }))
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
  await build(Object.assign(common({ entry, outfile }), { banner, define, external }))
}

/** Some of the bundled packages are CommonJS and need `require`. */
const REQUIRE =
  "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);"

function common({ entry, outfile }: { entry: string; outfile: string }) {
  return {
    entryPoints: [inProject(entry)],
    tsconfig: inProject('tsconfig.json'),
    absWorkingDir: projectFolder,
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  } satisfies BuildOptions
}
