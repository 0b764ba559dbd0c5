import type { SeedResult } from './campaign'
import { FAULT_IDS, FAULTS } from './fault-ids'
import { FORBIDDEN } from './findings'
import { forbiddenTotal, summarize, type Statistics } from './statistics'

const FINDINGS_SHOWN = 20

/** One line about a seed that has just ended, and what it found. */
export function seedLines(result: SeedResult): string {
  const statistics = summarize([result])
  const forbidden = forbiddenTotal(statistics)
  const { p50, p95, max } = statistics.settleMs
  const line = [
    `seed ${result.seed}`,
    `${statistics.operations} operations`,
    `${statistics.sends} sends`,
    `${statistics.faults} faults`,
    `forbidden ${forbidden}`,
    `settled in ${p50} / ${p95} / ${max} ms`,
    `${Math.round(result.durationMs / 1000)} s`,
  ].join(', ')
  const found = result.findings
    .slice(0, FINDINGS_SHOWN)
    .map(
      ({ kind, operationId, what, fault }) =>
        `  ${kind}: ${fault ?? 'no fault'}, operation ${operationId ?? '-'}: ${what}`,
    )
  return [line, ...found].join('\n')
}

/** The table of a whole run. */
export function table(statistics: Statistics): string {
  const rows: [string, string | number][] = [
    ['seeds', statistics.seeds],
    ['operations', statistics.operations],
    ['sends seen', statistics.sends],
    ['faults', statistics.faults],
    ...FAULT_IDS.map((id): [string, number] => [
      `  ${id} ${FAULTS[id]}`,
      statistics.faultsById[id],
    ]),
    ['outcomes', ''],
    ...Object.entries(statistics.outcomes).map(([name, n]): [string, number] => [`  ${name}`, n]),
    ['what people heard', ''],
    ...Object.entries(statistics.words).map(([name, n]): [string, number] => [`  ${name}`, n]),
    ...FORBIDDEN.map((kind): [string, number] => [kind, statistics.forbidden[kind]]),
    ['time to settle p50, ms', statistics.settleMs.p50],
    ['time to settle p95, ms', statistics.settleMs.p95],
    ['time to settle max, ms', statistics.settleMs.max],
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows
    .map(([name, value]) => `${name.padEnd(width)}  ${String(value).padStart(8)}`)
    .join('\n')
}
