import { setTimeout as sleep } from 'node:timers/promises'
import { Gauge, Registry } from 'prom-client'
import type { Database } from '@/db/client'
import { findFigures, type Figures } from '@/db/queries/health'
import { LIMITS } from '@/lib/config/limits'
import { JOBS, silentMs } from '@/lib/observability/job-rounds'
import { processRegistry } from '@/lib/observability/metrics'
import { METRICS, readingsOf, type Reading } from './figures'
import { shareFor } from './share-for'

/** The content type of what `createExposition` makes. */
export const EXPOSITION_TYPE = Registry.PROMETHEUS_CONTENT_TYPE

/**
 * Makes a function that writes every metric in the text format of Prometheus. The database is asked
 * one statement, at most once in `keptMs`; without its answer the metrics that it gives are left out,
 * and `paydesk_database_up` is 0. It never rejects.
 */
export function createExposition(database: () => Database): () => Promise<string> {
  const { databaseAnswerMs, keptMs } = LIMITS.health
  const find = shareFor(keptMs, () => findFigures(database()).catch(() => null))
  return async () => {
    const figures = await Promise.race([find(), sleep(databaseAnswerMs, null, { ref: false })])
    const momentary = momentaryRegistry(database(), figures)
    return Registry.merge([processRegistry(), momentary]).metrics()
  }
}

/** What holds at this moment, in a registry of its own: nothing of an earlier moment stays in it. */
function momentaryRegistry(database: Database, figures: Figures | null): Registry {
  const registry = new Registry()
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name, help, labelNames, registers: [registry] })

  gauge('paydesk_database_up', '1 when the database answered in time, else 0.').set(
    figures === null ? 0 : 1,
  )
  const { size, busy, waiting } = database.use
  const pool = gauge('paydesk_database_pool', 'Connections of this process.', ['state'])
  pool.set({ state: 'busy' }, busy)
  pool.set({ state: 'idle' }, size - busy)
  gauge('paydesk_database_pool_waiting', 'Calls that wait for a connection.').set(waiting)
  const silent = gauge(
    'paydesk_job_silent_seconds',
    'Time since a background job last did a round that did not fail.',
    ['job'],
  )
  for (const job of JOBS) {
    const ms = silentMs(job)
    if (ms !== null) silent.set({ job: job.replace(' ', '_') }, ms / 1_000)
  }
  if (figures !== null) addReadings(gauge, readingsOf(figures))
  return registry
}

function addReadings(
  gauge: (name: string, help: string, labelNames: readonly string[]) => Gauge,
  readings: readonly Reading[],
): void {
  for (const [metric, help] of Object.entries(METRICS)) {
    const own = readings.filter((reading) => reading.metric === metric)
    const made = gauge(metric, help, Object.keys(own[0]?.labels ?? {}))
    for (const { labels, value } of own) made.set(labels, value)
  }
}
