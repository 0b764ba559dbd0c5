import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { build, type Plugin } from 'esbuild'
import { inProject, projectFolder } from './project'

export interface BundleOptions {
  /** The program's first file, from the project's folder. */
  readonly entry: string
  /** The name of the bundle, for people. */
  readonly name: string
  readonly plugins?: Plugin[]
}

/**
 * Bundles a program of this project into one file, so that new processes of it start fast.
 * @returns the file to run
 */
export async function bundleProgram({ entry, name, plugins = [] }: BundleOptions): Promise<string> {
  const folder = inProject('.cache', 'programs')
  mkdirSync(folder, { recursive: true })
  const outfile = path.join(folder, `${name}-${process.pid}.mjs`)
  await build({
    entryPoints: [inProject(entry)],
    tsconfig: inProject('tsconfig.json'),
    absWorkingDir: projectFolder,
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Some of the bundled packages are CommonJS and need `require`.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'error',
    plugins,
  })
  return outfile
}
