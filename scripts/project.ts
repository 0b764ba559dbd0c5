import { realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The absolute path of the project folder. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

const requireFromProject = createRequire(path.join(projectFolder, 'package.json'))

/** The absolute path of a file in the project. */
export function inProject(...parts: readonly string[]): string {
  return path.join(projectFolder, ...parts)
}

/** The absolute path of a file of an installed package, for instance `next/dist/bin/next`. */
export function inPackage(specifier: string): string {
  return requireFromProject.resolve(specifier)
}

/** Arguments that make `node` run a TypeScript file of this project in one process. */
export function runTypeScript(file: string, args: readonly string[] = []): string[] {
  return ['--import', pathToFileURL(inPackage('tsx')).href, inProject(file), ...args]
}

/** The JavaScript file behind an installed command such as `oxlint`, to be run by this Node.js. */
export function installedProgram(name: string): string {
  return realpathSync(inProject('node_modules', '.bin', name))
}
