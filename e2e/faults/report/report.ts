import { FAULT_IDS, FAULTS, type FaultId } from '../model/fault-ids'
import { FORBIDDEN } from '../model/violations'
import type { SeedResult } from '../model/seed-result'
import { whyNever, type Participant } from '../plan/participant'
import { PARTICIPANTS } from '../providers/participants'
import { forbiddenTotal, summarize, type Statistics } from './statistics'

const VIOLATIONS_SHOWN = 20

/** One line about a finished seed, and its first violations. */
export function seedLines(result: SeedResult): string {
  const statistics = summarize([result])
  const forbidden = forbiddenTotal(statistics)
  const { p50, p95, max } = statistics.settleMs
  const line = [
    `seed ${result.seed} (${result.provider})`,
    `${statistics.operations} operations`,
    `${statistics.sends} sends`,
    `${statistics.faults} faults`,
    `forbidden ${forbidden}`,
    `settled in ${p50} / ${p95} / ${max} ms`,
    `${Math.round(result.durationMs / 1000)} s`,
  ].join(', ')
  const found = result.violations
    .slice(0, VIOLATIONS_SHOWN)
    .map(
      ({ kind, operationId, what, fault }) =>
        `  ${kind}: ${fault ?? 'no fault'}, operation ${operationId ?? '-'}: ${what}`,
    )
  return [line, ...found].join('\n')
}

/** The figures of each provider that took part, with the faults it can never have. */
export function byProvider(results: readonly SeedResult[]) {
  return Object.fromEntries(
    columnsOf(results).map(({ participant, statistics }) => [
      participant.provider,
      { ...statistics, never: reasonsOf(participant) },
    ]),
  )
}

interface Column {
  readonly participant: Participant
  readonly statistics: Statistics
}

function columnsOf(results: readonly SeedResult[]): Column[] {
  return PARTICIPANTS.flatMap((participant) => {
    const own = results.filter(({ provider }) => provider === participant.provider)
    return own.length === 0 ? [] : [{ participant, statistics: summarize(own) }]
  })
}

function reasonsOf(participant: Participant): Partial<Record<FaultId, string>> {
  return Object.fromEntries(
    FAULT_IDS.flatMap((id) => {
      const reason = whyNever(participant, id)
      return reason === null ? [] : [[id, reason]]
    }),
  )
}

type Row = readonly [name: string, valueOf: (statistics: Statistics) => number]

/**
 * The table of a run: all seeds together, then each provider, then the faults that a provider never
 * has.
 */
export function table(results: readonly SeedResult[]): string {
  const all = summarize(results)
  const columns = columnsOf(results)
  const cells = (name: string, values: readonly (string | number)[]): readonly string[] => [
    name,
    ...values.map(String),
  ]
  const line = ([name, valueOf]: Row): readonly string[] =>
    cells(name, [valueOf(all), ...columns.map(({ statistics }) => valueOf(statistics))])
  const faultLine = (id: FaultId): readonly string[] =>
    cells(`  ${id} ${FAULTS[id]}`, [
      all.faultsById[id],
      ...columns.map(({ participant, statistics }) =>
        whyNever(participant, id) === null ? statistics.faultsById[id] : 'never',
      ),
    ])
  const lines = [
    cells('', ['all', ...columns.map(({ participant }) => participant.provider)]),
    line(['seeds', ({ seeds }) => seeds]),
    line(['operations', ({ operations }) => operations]),
    line(['sends seen', ({ sends }) => sends]),
    line(['faults', ({ faults }) => faults]),
    ...FAULT_IDS.map(faultLine),
    ['outcomes'],
    ...countRows(all.outcomes, ({ outcomes }) => outcomes).map(line),
    ['replies'],
    ...countRows(all.replies, ({ replies }) => replies).map(line),
    ...FORBIDDEN.map((kind) => line([kind, ({ forbidden }) => forbidden[kind]])),
    ...(['p50', 'p95', 'max'] as const).map((name) =>
      line([`time to settle ${name}, ms`, ({ settleMs }) => settleMs[name]]),
    ),
    ...(['p50', 'p95', 'max'] as const).map((name) =>
      line([`lost answer open ${name}, ms`, ({ lostMs }) => lostMs[name]]),
    ),
  ]
  const reasons = columns.flatMap(({ participant }) =>
    Object.entries(reasonsOf(participant)).map(
      ([id, reason]) => `${participant.provider} never has ${id}: ${reason}`,
    ),
  )
  return [...aligned(lines), '', ...reasons].join('\n')
}

function countRows(
  names: Readonly<Record<string, number>>,
  of: (statistics: Statistics) => Readonly<Record<string, number>>,
): Row[] {
  return Object.keys(names).map((name) => [`  ${name}`, (statistics) => of(statistics)[name] ?? 0])
}

/** Names to the left, figures to the right. */
function aligned(lines: readonly (readonly string[])[]): string[] {
  const widthOf = (column: number): number =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0))
  return lines.map((line) =>
    line
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widthOf(0)) : cell.padStart(widthOf(column) + 2),
      )
      .join(''),
  )
}
