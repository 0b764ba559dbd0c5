import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { median } from '../support/statistics'

const SAMPLE_MS = 250

/** Resident memory of a process in MB. */
export interface Memory {
  readonly median: number
  readonly max: number
}

/** Samples the resident memory of a process for as long as `run` takes; Linux only. */
export async function memoryWhile(pid: number, run: () => Promise<unknown>): Promise<Memory> {
  const samples: number[] = []
  let isOver = false
  const work = run().finally(() => {
    isOver = true
  })
  do {
    samples.push(residentMb(pid))
    await pause(SAMPLE_MS)
  } while (!isOver)
  await work
  return { median: Math.round(median(samples)), max: Math.round(Math.max(...samples)) }
}

function residentMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024
}
