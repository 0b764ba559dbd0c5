import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { request } from 'undici'
import { Database } from '@/db/client'
import { listPeople } from '@/db/queries/access/list-people'
import { currentWorld, startWorld } from '@/e2e/support/world'
import { LIMITS } from '@/lib/config/limits'
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
import { rounded, spread } from './support/statistics'

const PAGE = '/settings/people'
/** A page of the same shell that lists nothing. */
const SMALL_PAGE = '/audit'

/**
 * Measures the page of people on this machine: its query, and the time from request to the last byte of
 * its document, with the demo's four people and with many, beside a small page. The last line is JSON.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '60' },
      people: { type: 'string', default: '300' },
      scopes: { type: 'string', default: '40' },
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
    const [queryMs, pageMs, smallPageMs] = await timesOf(runs, [
      () => listPeople(database, LIMITS.access.peopleListed + 1),
      () => load(world.url + PAGE, cookie),
      () => load(world.url + SMALL_PAGE, cookie),
    ])
    const pageKb = rounded((await load(world.url + PAGE, cookie)) / 1024)
    return { queryMs, pageMs, smallPageMs, pageKb }
  }
  const few = await step('Four people', measure)
  const [people, scopes] = [Number(values.people), Number(values.scopes)]
  await addPeople(world.ownerUrl, people, scopes)
  const many = await step(`${people} more people`, measure)
  const conditions = { runs, people, scopes, cores: cpus().length, cpu: cpus()[0]?.model ?? '' }
  console.log(JSON.stringify({ people: { conditions, few, many } }))
  await database.close()
  await exitAfterStopping(0)
}

/** The times of what runs in turn, so that all meet the same machine; a few runs before do not count. */
async function timesOf(runs: number, kinds: readonly (() => Promise<unknown>)[]) {
  const times = kinds.map(() => [] as number[])
  for (let count = -10; count < runs; count += 1) {
    for (const [kind, run] of kinds.entries()) {
      const begun = performance.now()
      await run()
      if (count >= 0) times[kind]?.push(performance.now() - begun)
    }
  }
  return times.map((all) => spread(all))
}

/** Reads a page to its end. @returns the length of its document in bytes, without compression */
async function load(address: string, cookie: string): Promise<number> {
  const response = await request(address, { headers: { cookie, 'accept-encoding': 'identity' } })
  const { byteLength } = await response.body.arrayBuffer()
  if (response.statusCode !== 200) throw new Error(`${address} gave HTTP ${response.statusCode}`)
  return byteLength
}

main().catch(failAfterStopping)
