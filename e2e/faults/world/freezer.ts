import { setTimeout as sleep } from 'node:timers/promises'
import type { Instance } from './instance'

/** A call that is held until its instance is killed or paused. */
interface FrozenCall {
  readonly release: () => void
  readonly onDone: () => void
}

/** Time in which further calls are collected after the first, so that one kill serves several. */
export const COLLECT_MS = 700
/** Longer than a lease, a send's deadline and the settle window together with two reads. */
const PAUSE_MS = 11_500

/** Kills or pauses instances at the moment at which their calls are frozen. */
export class Freezer {
  /** Times at which an instance was killed or paused. */
  readonly actedAtMs: number[] = []
  readonly #frozenCalls = new Map<string, FrozenCall[]>()

  constructor(private readonly instances: readonly Instance[]) {}

  /** Kills the instance with all calls that are frozen in it. */
  killAt(instanceIndex: number, onDone: () => void): void {
    this.#collect(
      'kill',
      instanceIndex,
      { release: () => undefined, onDone },
      async (instance, all) => {
        instance.kill()
        for (const { onDone: done } of all) done()
      },
    )
  }

  /** Pauses the instance; afterwards its calls go on. */
  pauseAt(instanceIndex: number, release: () => void, onDone: () => void): void {
    this.#collect('pause', instanceIndex, { release, onDone }, async (instance, all) => {
      const resume = instance.pause()
      for (const call of all) {
        call.release()
        call.onDone()
      }
      await sleep(PAUSE_MS)
      resume()
    })
  }

  #collect(
    kind: 'kill' | 'pause',
    instanceIndex: number,
    frozenCall: FrozenCall,
    act: (instance: Instance, all: readonly FrozenCall[]) => Promise<void>,
  ): void {
    const key = `${kind} ${instanceIndex}`
    const others = this.#frozenCalls.get(key)
    if (others !== undefined) {
      others.push(frozenCall)
      return
    }
    const all = [frozenCall]
    this.#frozenCalls.set(key, all)
    setTimeout(() => {
      this.#frozenCalls.delete(key)
      const instance = this.instances[instanceIndex]
      if (instance === undefined) return
      this.actedAtMs.push(Date.now())
      void act(instance, all)
    }, COLLECT_MS)
  }
}
