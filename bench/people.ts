import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { request } from 'undici'
import { Database } from '@/db/client'
import { listPeoplePage } from '@/db/queries/access/list-people-page'
import { currentWorld, startWorld } from '@/e2e/support/world'
import { readPeopleQuery } from '@/lib/domain/access/people-query'
import { ensureBuilt } from '@/scripts/application/build'
import {
  exitAfterStopping,
  failAfterStopping,
  stopBeforeExit,
  stopOnSignals,
} from '@/scripts/processes/shutdown'
import { step } from '@/scripts/progress'
import { ensureTestServer } from '@/scripts/testing/test-server'
import { signIn } from '@/testing/over-http/sign-in'
import { addPeople } from './people/dataset'
import { processTreeCpuMs } from './support/process-cpu'
import { median, rounded, spread } from './support/statistics'

const PAGES = {
  /** A page of the same shell that lists nothing. */
  empty: '/audit',
  people: '/settings/people',
  lastPage: '/settings/people?page=8',
  search: '/settings/people?q=number+2',
  noOne: '/settings/people?q=no+such+person',
}

/**
 * Measures the page of people on this machine, with the demo's four people and with many: its query, and
 * for each page the time from request to the last byte of its document and the processor time of the
 * application. An empty page of the same shell is measured in turn with it and printed beside it:
 * `own` is the page's cost without that one's. The last line is JSON.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '60' },
      people: { type: 'string', default: '300' },
      groups: { type: 'string', default: '40' },
    },
  })
  const runs = Number(values.runs)
  stopOnSignals({ exitCode: 130 })
  await Promise.all([ensureTestServer(), step('Production build', () => ensureBuilt())])
  stopBeforeExit(await step('Application', () => startWorld('unshown')))
  const world = currentWorld()
  const admin = world?.signIns.find(({ role }) => role === 'admin')
  if (world === undefined || admin === undefined) throw new Error('the demo has no admin')
  const cookie = await signIn({ url: world.url }, admin.email, admin.password)
  const database = new Database(world.databaseUrl, 1)

  const measure = async () => {
    const first = readPeopleQuery({}, 1)
    const queryMs: number[] = []
    for (let run = 0; run < runs; run += 1) {
      const begun = performance.now()
      await listPeoplePage(database, first, [])
      queryMs.push(performance.now() - begun)
    }
    const pages = await costsOf(runs, Object.entries(PAGES), (path) =>
      load(world.url + path, cookie),
    )
    return { queryMs: spread(queryMs), pages }
  }
  const few = await step('Four people', measure)
  const [people, groups] = [Number(values.people), Number(values.groups)]
  await addPeople(world.ownerUrl, people, groups)
  const many = await step(`${people} more people`, measure)
  const conditions = { runs, people, groups, cores: cpus().length, cpu: cpus()[0]?.model ?? '' }
  console.log(JSON.stringify({ people: { conditions, few, many } }))
  await database.close()
  await exitAfterStopping(0)
}

/** Requests of a kind, one after the other, between two looks at the processor time. */
const AT_ONCE = 5

/**
 * What requests cost that are made in turn, so that all meet the same machine; a few before do not
 * count. The first kind is the one whose cost the others' own ones are without.
 */
async function costsOf(
  runs: number,
  kinds: readonly (readonly [name: string, path: string])[],
  ask: (path: string) => Promise<number>,
) {
  const costs = kinds.map(() => ({ ms: [] as number[], cpuMs: [] as number[], kb: 0 }))
  for (let count = -2; count < runs / AT_ONCE; count += 1) {
    for (const [kind, [, path]] of kinds.entries()) {
      const cost = costs[kind]
      if (cost === undefined) throw new Error('there is no such kind')
      const cpuBefore = applicationCpuMs()
      const ms: number[] = []
      while (ms.length < AT_ONCE) {
        const begun = performance.now()
        cost.kb = (await ask(path)) / 1024
        ms.push(performance.now() - begun)
      }
      if (count < 0) continue
      cost.ms.push(...ms)
      cost.cpuMs.push((applicationCpuMs() - cpuBefore) / AT_ONCE)
    }
  }
  const [baseline] = costs
  const entries = costs.map(({ ms, cpuMs, kb }, kind) => {
    const own = {
      ms: median(ms) - median(baseline?.ms ?? []),
      cpuMs: mean(cpuMs) - mean(baseline?.cpuMs ?? []),
    }
    const summary = {
      ms: spread(ms),
      cpuMs: rounded(mean(cpuMs)),
      own: { ms: rounded(own.ms), cpuMs: rounded(own.cpuMs) },
      kb: rounded(kb),
    }
    return [kinds[kind]?.[0] ?? '', summary] as const
  })
  return Object.fromEntries(entries)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Processor time of what this process has started so far; on Linux alone. */
function applicationCpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (processTreeCpuMs(process.pid) ?? Number.NaN) - (user + system) / 1000
}

/** Reads a page to its end. @returns the length of its document in bytes, without compression */
async function load(address: string, cookie: string): Promise<number> {
  const response = await request(address, { headers: { cookie, 'accept-encoding': 'identity' } })
  const { byteLength } = await response.body.arrayBuffer()
  if (response.statusCode !== 200) throw new Error(`${address} gave HTTP ${response.statusCode}`)
  return byteLength
}

main().catch(failAfterStopping)
