import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { buildStandalone, whileNoOtherBuilds } from '../application/build'
import { sourceHash } from '../application/source-hash'
import { bundlePortable, NOT_BUNDLED } from '../bundle'
import { inProject, projectFolder } from '../project'
import { OPERATOR_COMMANDS } from './commands'

/** The folder of a standalone build: copied to a machine with Node.js, it is Paydesk. */
export const STANDALONE = ['.next', 'standalone'] as const

/** What Next leaves out of the folder: what is served or run, and the settings. */
const BESIDE = ['public', '.next/static', 'db/migrations', 'db/app-role.sql', '.env.example']

const PROGRAMS = ['server', 'paydesk']

/** Holds the hashes of what the folder was made of; a build without the folder takes it away. */
const STAMP = inProject('.next', 'paydesk-standalone')

/**
 * Makes `.next/standalone`: the server (`node server.js`) with what it serves, the operator's commands
 * (`node paydesk.js <command>`) and the migrations. It needs no package and no source beside it.
 */
export async function makeStandalone(): Promise<void> {
  await whileNoOtherBuilds(async () => {
    rmSync(STAMP, { force: true })
    await buildStandalone()
    await completeFolder()
  })
}

/** The same, as far as it was not made of the same sources already. */
export async function ensureStandalone(): Promise<void> {
  await whileNoOtherBuilds(async () => {
    const made = existsSync(STAMP) ? readFileSync(STAMP, 'utf8').split('\n') : []
    const { build, programs } = await hashes()
    if (made[0] !== build) await buildStandalone()
    if (made[0] !== build || made[1] !== programs) await completeFolder()
  })
}

async function hashes() {
  const [build, programs] = await Promise.all([
    sourceHash(projectFolder),
    sourceHash(projectFolder, ['lib', 'db', 'scripts']),
  ])
  return { build, programs }
}

async function completeFolder(): Promise<void> {
  const { build, programs } = await hashes()
  for (const part of BESIDE) {
    cpSync(inProject(part), inProject(...STANDALONE, part), { recursive: true })
  }
  await Promise.all(PROGRAMS.map(writeProgram))
  writeFileSync(STAMP, `${build}\n${programs}`)
}

async function writeProgram(name: string): Promise<void> {
  const outfile = inProject(...STANDALONE, `${name}.js`)
  await bundlePortable({ entry: `scripts/standalone/${name}.ts`, outfile, external: NOT_BUNDLED })
  writeFileSync(outfile, inWordsOfStandalone(readFileSync(outfile, 'utf8')))
}

/** Messages and usages name the commands as they are run here. */
export function inWordsOfStandalone(text: string): string {
  const names = Object.keys(OPERATOR_COMMANDS).join('|')
  return text
    .replaceAll(new RegExp(`npm run (${names})\\b( --(?= ))?`, 'g'), 'node paydesk.js $1')
    .replaceAll(/\bnpm start\b/g, 'node server.js')
}
