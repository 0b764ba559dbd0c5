import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { parseEnv } from '@/lib/config/env'
import { APPLICATION_SECRETS } from '@/lib/config/secret-files'
import { commandIn, copiesOf, lastOf, readDockerfile, variablesOf } from '@/testing/dockerfile'
import { inProject } from './project'
import { inWordsOfStandalone } from './standalone/build'
import { OPERATOR_COMMANDS } from './standalone/commands'

const folder = mkdtempSync(path.join(tmpdir(), 'paydesk-deploy-'))
afterAll(() => rmSync(folder, { recursive: true }))

const read = (...parts: readonly string[]) => readFileSync(inProject(...parts), 'utf8')
const example = read('.env.example')
const settled = ['NODE_ENV', 'NEXT_TELEMETRY_DISABLED']

/** A name and a version, and no host before them: from where images come is the operator's choice. */
const IMAGE = /^[a-z]+:\d+\.\d+[\w.-]*$/
/** The longest stop, and some time for the process to end. */
const GRACE_S = 40

function isExplained(variable: string): boolean {
  return settled.includes(variable) || example.includes(`${variable.replace(/_FILE$/, '')}=`)
}

describe('Dockerfile', () => {
  const stages = readDockerfile(read('deploy', 'Dockerfile'))
  const image = stages.at(-1)
  if (image === undefined) throw new Error('there is no stage')

  it('is made from pinned images of the Node.js that the tests have', () => {
    for (const stage of stages) expect(stage.image).toMatch(IMAGE)
    expect(new Set(stages.map((stage) => stage.image)).size).toBe(1)
    const [, version = ''] = /^node:([\d.]+)/.exec(image.image) ?? []
    expect(read('scripts', 'test-node24.ts')).toContain(`'${version}'`)
  })

  it('copies what there is, and leaves secrets and packages of the machine out', () => {
    const own = stages.flatMap(copiesOf).filter(({ from }) => from === null)
    const missing = own
      .flatMap(({ sources }) => sources)
      .filter((one) => !existsSync(inProject(one)))
    expect(missing).toEqual([])
    const ignored = read('.dockerignore').split('\n')
    expect(ignored).toEqual(
      expect.arrayContaining(['.env', '.env.*', 'node_modules', 'deploy/secrets', '.git']),
    )
    expect(copiesOf(image).map(({ from }) => from)).toEqual(['build'])
  })

  it('runs the server by node, as a user without rights, with variables that there are', () => {
    expect(commandIn(lastOf(image, 'CMD'))).toEqual(['node', 'server.js'])
    expect(lastOf(image, 'USER')).toBe('node')
    expect(commandIn(lastOf(image, 'HEALTHCHECK'))[0]).toBe('node')
    expect(Object.keys(variablesOf(image)).filter((name) => !isExplained(name))).toEqual([])
  })
})

const service = z.looseObject({
  image: z.string().optional(),
  environment: z.record(z.string(), z.string()).default({}),
  secrets: z.array(z.string()).default([]),
  command: z.array(z.string()).optional(),
})

describe('compose.yaml', () => {
  const compose = z
    .object({
      services: z.record(z.string(), service),
      secrets: z.record(z.string(), z.object({ file: z.string() })),
    })
    .parse(parse(read('deploy', 'compose.yaml'), { merge: true }))
  const { paydesk, command, ...others } = compose.services
  if (paydesk === undefined || command === undefined) throw new Error('a service is missing')

  it('gives only variables that .env.example explains, and every secret by a file that is declared', () => {
    for (const { environment, secrets } of [paydesk, command]) {
      expect(Object.keys(environment).filter((name) => !isExplained(name))).toEqual([])
      const files = Object.entries(environment).filter(([name]) => name.endsWith('_FILE'))
      expect(files.map(([, file]) => file).sort()).toEqual(
        secrets.map((name) => `/run/secrets/${name}`).sort(),
      )
      const bare = Object.keys(environment).filter((name) =>
        APPLICATION_SECRETS.some((secret) => secret === name),
      )
      expect(bare).toEqual([])
      expect(secrets.filter((name) => !(name in compose.secrets))).toEqual([])
    }
    expect(paydesk.environment).not.toHaveProperty('DATABASE_OWNER_URL_FILE')
  })

  it('runs Paydesk on a read-only root, without rights, with time to stop', () => {
    for (const one of [paydesk, command]) {
      expect(one).toMatchObject({ read_only: true, tmpfs: ['/tmp'], cap_drop: ['ALL'] })
      expect(one.security_opt).toEqual(['no-new-privileges:true'])
    }
    expect(paydesk.stop_grace_period).toBe(`${GRACE_S}s`)
    expect(command.command).toEqual(['node', 'paydesk.js', 'migrate'])
    expect(Object.keys(others).toSorted()).toEqual(['caddy', 'database'])
    for (const { image } of Object.values(others)) expect(image).toMatch(IMAGE)
  })

  it('make-secrets.sh: makes every secret once, and Paydesk takes them', () => {
    const secrets = path.join(folder, 'secrets')
    const make = () => execFileSync('sh', [inProject('deploy', 'make-secrets.sh'), secrets])
    const contents = () =>
      Object.fromEntries(
        readdirSync(secrets).map((name) => [name, readFileSync(path.join(secrets, name), 'utf8')]),
      )
    make()
    const made = contents()
    expect(Object.keys(made).sort()).toEqual(Object.keys(compose.secrets).sort())
    expect(statSync(secrets).mode & 0o777).toBe(0o700)
    make()
    expect(contents()).toEqual(made)
    const given = Object.entries(paydesk.environment).map(([name, value]) => [
      name,
      value.replace('/run/secrets', secrets).replace('${PAYDESK_DOMAIN}', 'paydesk.example.com'),
    ])
    const env = parseEnv(Object.fromEntries(given) as Record<string, string>)
    expect(env.DATABASE_URL).toMatch(/^postgres:\/\/paydesk:\w{48}@database:5432\/paydesk$/)
    const [, password] = /paydesk_owner:(\w+)@database/.exec(made.database_owner_url ?? '') ?? []
    expect(password).toBe(made.database_owner_password?.trim())
  })
})

it('systemd unit: has no rights, restarts, and lets a stop come to its end', () => {
  const lines = read('deploy', 'paydesk.service').split('\n')
  expect(lines).toEqual(
    expect.arrayContaining([
      'ExecStart=/usr/bin/node server.js',
      'User=paydesk',
      'NoNewPrivileges=yes',
      'ProtectSystem=strict',
      'CapabilityBoundingSet=',
      'Restart=always',
      `TimeoutStopSec=${GRACE_S}`,
    ]),
  )
})

it('standalone build: its messages name the commands as they are run there', () => {
  const said = inWordsOfStandalone(
    'npm run people -- add --email a@b.no; npm run migrate. npm run audit:verify; npm run lint; npm start',
  )
  expect(said).toBe(
    'node paydesk.js people add --email a@b.no; node paydesk.js migrate. node paydesk.js audit:verify; npm run lint; node server.js',
  )
  const scripts = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(read('package.json')))
  const unknown = Object.keys(OPERATOR_COMMANDS).filter((name) => !(name in scripts.scripts))
  expect(unknown).toEqual([])
})
