import type { SandboxControl } from '@/testing/sandbox-control'
import { median, rounded } from '../support/statistics'
import { LAYERS, type Layer, type LayerName } from './layer'
import { oneRound, type Cpu, type Round, type RoundTools } from './round'

export interface ThroughputOptions {
  readonly people: readonly number[]
  readonly latenciesMs: readonly number[]
  readonly rounds: number
  readonly roundMs: number
}

export interface LayerFigures {
  readonly perSecond: number
  /** The slowest and the fastest round. */
  readonly range: readonly [number, number]
  readonly medianMs: number
  readonly cpu: Cpu
  /** Captures per second divided by those of the baseline in the same rounds. */
  readonly ofBaseline: number
}

export interface ThroughputRow {
  readonly latencyMs: number
  readonly people: number
  readonly layers: Readonly<Record<LayerName, LayerFigures>>
}

interface Tools extends RoundTools {
  readonly layers: readonly Layer[]
}

/**
 * Measures all layers under all conditions. The layers take turns within a round, and each round
 * begins with another layer, so that a machine that slows down affects all of them.
 */
export async function measureThroughput(
  tools: Tools,
  options: ThroughputOptions,
): Promise<ThroughputRow[]> {
  const rows: ThroughputRow[] = []
  for (const latencyMs of options.latenciesMs) {
    await setLatency(tools.control, latencyMs)
    for (const people of options.people) {
      const rounds = await alternate(tools, options, people)
      rows.push({ latencyMs, people, layers: figures(rounds) })
      const [action, useCase, baseline] = LAYERS.map((name) => figures(rounds)[name].perSecond)
      console.log(
        `  ${latencyMs} ms, ${people} people: action ${action}/s, use case ${useCase}/s, floor ${baseline}/s`,
      )
    }
  }
  await tools.control.clearFaults()
  return rows
}

/** Delays each capture at the provider by this time. */
async function setLatency(control: SandboxControl, latencyMs: number): Promise<void> {
  await control.clearFaults()
  if (latencyMs === 0) return
  await control.addFault({
    match: { operation: 'capture' },
    times: null,
    action: { type: 'delay', beforeMs: latencyMs },
  })
}

type Rounds = Readonly<Record<LayerName, Round[]>>

async function alternate(
  tools: Tools,
  options: ThroughputOptions,
  people: number,
): Promise<Rounds> {
  const rounds: Rounds = { action: [], useCase: [], baseline: [] }
  for (let number = 0; number < options.rounds; number += 1) {
    for (let turn = 0; turn < tools.layers.length; turn += 1) {
      const layer = tools.layers[(number + turn) % tools.layers.length]
      if (layer === undefined) continue
      rounds[layer.name].push(await oneRound(tools, layer, options.roundMs, people))
    }
  }
  return rounds
}

function figures(rounds: Rounds): Record<LayerName, LayerFigures> {
  const rates = (name: LayerName) => rounds[name].map((round) => round.perSecond)
  const baseline = rates('baseline')
  const of = (name: LayerName): LayerFigures => {
    const own = rates(name)
    return {
      perSecond: rounded(median(own)),
      range: [rounded(Math.min(...own)), rounded(Math.max(...own))],
      medianMs: rounded(median(rounds[name].flatMap((round) => round.timesMs)), 2),
      cpu: medianCpu(rounds[name]),
      ofBaseline: rounded(median(own.map((rate, round) => rate / (baseline[round] ?? rate))), 2),
    }
  }
  return { action: of('action'), useCase: of('useCase'), baseline: of('baseline') }
}

function medianCpu(rounds: readonly Round[]): Cpu {
  const of = (part: keyof Cpu): number | null => {
    const values = rounds.map((round) => round.cpu[part]).filter((ms) => ms !== null)
    return values.length === 0 ? null : rounded(median(values), 2)
  }
  return { processMs: of('processMs'), databaseMs: of('databaseMs'), sandboxMs: of('sandboxMs') }
}
