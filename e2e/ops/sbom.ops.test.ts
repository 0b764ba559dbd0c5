import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { runOrThrow } from '@/scripts/processes/run-command'
import { inProject, projectFolder, runTypeScript } from '@/scripts/project'

const LIMIT_MS = 5 * 60_000

/** Licences under which a merchant may run a package and pass it on, by keeping their texts. */
const LICENCES = ['0BSD', 'Apache-2.0', 'BSD-3-Clause', 'ISC', 'MIT', 'MIT-0', 'Unlicense']
/** For these packages alone: data about browsers; and what scales pictures, left out of the standalone folder. */
const LICENCES_OF: readonly (readonly [licence: string, packages: RegExp])[] = [
  ['CC-BY-4.0', /^caniuse-lite$/],
  ['LGPL-3.0-or-later', /^@img\//],
]

const billSchema = z.object({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(
    z.object({
      name: z.string(),
      version: z.string(),
      licenses: z.array(
        z.union([
          z.object({ license: z.object({ id: z.string() }) }),
          z.object({ expression: z.string() }),
        ]),
      ),
    }),
  ),
})
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({
      version: z.string().optional(),
      dev: z.boolean().default(false),
      peer: z.boolean().default(false),
      dependencies: z.record(z.string(), z.string()).default({}),
    }),
  ),
})

it(
  'npm run sbom: lists every package of production with its version, and only licences that we take',
  async () => {
    const output = await runOrThrow(process.execPath, runTypeScript('scripts/sbom.ts'), {
      cwd: projectFolder,
      timeoutMs: LIMIT_MS,
    })
    const { components } = billSchema.parse(JSON.parse(output))
    const listed = new Set(components.map(({ name, version }) => `${name}@${version}`))

    const lock = readFileSync(inProject('package-lock.json'), 'utf8')
    const { packages } = lockSchema.parse(JSON.parse(lock))
    const direct = Object.entries(packages['']?.dependencies ?? {})
    const locked = Object.entries(packages)
      .filter(([place, { dev, peer }]) => place !== '' && !dev && !peer)
      .map(([place, { version = '' }]) => [place.replace(/^.*node_modules\//, ''), version])
    expect(direct.length).toBeGreaterThan(20)
    const missing = [...direct, ...locked].map((pair) => pair.join('@'))
    expect(missing.filter((name) => !listed.has(name) && !OPTIONAL_PEER.test(name))).toEqual([])

    const foreign = components.filter(({ name, licenses }) => {
      const parts = licenses.flatMap((one) =>
        'license' in one ? [one.license.id] : one.expression.replaceAll(/[()]/g, '').split(' AND '),
      )
      return parts.length === 0 || parts.some((part) => !isTaken(part, name))
    })
    expect(foreign).toEqual([])
  },
  LIMIT_MS,
)

/** There for development alone, though packages of production may use them. */
const OPTIONAL_PEER = /^(@?playwright|@types\/react|csstype)/

function isTaken(licence: string, name: string): boolean {
  return (
    LICENCES.includes(licence) ||
    LICENCES_OF.some(([only, packages]) => licence === only && packages.test(name))
  )
}
