import { spawn } from 'node:child_process'
import { buildEnvironment } from './application/build-environment'
import { requireNode } from './node-version'
import { inPackage, projectFolder } from './project'

/** Makes the production build as all instances of a release must have it. */
async function build(): Promise<void> {
  requireNode()
  const child = spawn(process.execPath, [inPackage('next/dist/bin/next'), 'build'], {
    cwd: projectFolder,
    env: Object.assign({}, process.env, await buildEnvironment()),
    stdio: 'inherit',
  })
  child.once('exit', (code) => process.exit(code ?? 1))
}

await build()
