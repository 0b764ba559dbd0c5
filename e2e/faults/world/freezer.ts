import { setTimeout as sleep } from 'node:timers/promises'
import type { Instance } from './instance'

/** A call that stands still at its instance until something is done to the whole instance. */
interface Standing {
  readonly release: () => void
  readonly onDone: () => void
}

/** How long more calls are collected after the first, so that one death serves several of them. */
export const COLLECT_MS = 700
/** Longer than a lease, a send's deadline and the settle window together with two reads. */
const PAUSE_MS = 11_500

/** Kills or pauses instances at the very moments at which their calls have been frozen. */
export class Freezer {
  readonly #standing = new Map<string, Standing[]>()

  constructor(private readonly instances: readonly Instance[]) {}

  /** The instance dies with everything that stands still in it. */
  killAt(place: number, onDone: () => void): void {
    this.#collect('kill', place, { release: () => undefined, onDone }, async (instance, all) => {
      instance.kill()
      for (const { onDone: done } of all) done()
    })
  }

  /** The instance stands still for long; then its calls go on where they were. */
  pauseAt(place: number, release: () => void, onDone: () => void): void {
    this.#collect('pause', place, { release, onDone }, async (instance, all) => {
      const resume = instance.pause()
      for (const { release: letGo, onDone: done } of all) {
        letGo()
        done()
      }
      await sleep(PAUSE_MS)
      resume()
    })
  }

  #collect(
    kind: 'kill' | 'pause',
    place: number,
    standing: Standing,
    act: (instance: Instance, all: readonly Standing[]) => Promise<void>,
  ): void {
    const key = `${kind} ${place}`
    const others = this.#standing.get(key)
    if (others !== undefined) {
      others.push(standing)
      return
    }
    const all = [standing]
    this.#standing.set(key, all)
    setTimeout(() => {
      this.#standing.delete(key)
      const instance = this.instances[place]
      if (instance !== undefined) void act(instance, all)
    }, COLLECT_MS)
  }
}
