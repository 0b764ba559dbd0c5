import { readFileSync } from 'node:fs'
import type { Plugin } from 'esbuild'
import { bundleProgram } from '@/scripts/bundle'
import { inProject } from '@/scripts/project'
import { applyChange, type SourceChange } from '@/testing/source-change'

/**
 * Bundles the instance program. @param changes are applied while bundling; the files stay unchanged
 * @returns the file to run
 * @throws when a text to change is not found, or found more than once
 */
export function buildWorker(name: string, changes: readonly SourceChange[] = []): Promise<string> {
  return bundleProgram({
    entry: 'e2e/faults/world/worker.ts',
    name,
    plugins: changes.length === 0 ? [] : [changeSources(changes)],
  })
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
