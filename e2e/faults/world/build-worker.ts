import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { build, type Plugin } from 'esbuild'
import { applyChange, type SourceChange } from '@/testing/source-change'
import { inProject, projectFolder } from '@/scripts/project'

/**
 * Bundles the instance program, so that a new process starts fast. @param changes are applied while
 * bundling; the files stay unchanged
 * @returns the file to run
 * @throws when a text to change is not found, or found more than once
 */
export async function buildWorker(
  name: string,
  changes: readonly SourceChange[] = [],
): Promise<string> {
  const folder = inProject('.cache', 'faults')
  mkdirSync(folder, { recursive: true })
  const outfile = path.join(folder, `${name}-${process.pid}.mjs`)
  await build({
    entryPoints: [inProject('e2e', 'faults', 'world', 'worker.ts')],
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
    plugins: changes.length === 0 ? [] : [changeSources(changes)],
  })
  return outfile
}

function changeSources(changes: readonly SourceChange[]): Plugin {
  const files = new Set(changes.map(({ file }) => inProject(file)))
  return {
    name: 'change-sources',
    setup: (building) => {
      building.onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
        if (!files.delete(file)) return undefined
        const own = changes.filter((change) => inProject(change.file) === file)
        return { contents: own.reduce(applyChange, readFileSync(file, 'utf8')), loader: 'ts' }
      })
      building.onEnd(() => {
        if (files.size > 0) throw new Error(`never loaded: ${[...files].join(', ')}`)
      })
    },
  }
}
