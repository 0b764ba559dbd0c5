import type { Actor } from '@/lib/domain/access/actor'
import type { Provider } from '@/lib/domain/provider/provider'
import type { Ask, Told } from '../model/messages'
import type { WorkerProcess } from './worker-process'

/** A place where an application instance runs; when it is killed, a warm spare takes over. */
export class Instance {
  #current: WorkerProcess
  #spare: WorkerProcess
  #retired: WorkerProcess[] = []
  #isStopped = false
  #deaths = 0

  constructor(private readonly start: () => WorkerProcess) {
    this.#current = start()
    this.#spare = start()
  }

  async ready(): Promise<void> {
    const worker = this.#current
    void worker.diedByItself.then(() => {
      if (worker !== this.#current || this.#isStopped) return
      this.#deaths += 1
      this.kill()
    })
    await worker.ready
    worker.order({ type: 'repair' })
  }

  /** How often it died although nobody killed it. */
  get deaths(): number {
    return this.#deaths
  }

  async ask(ask: Ask, actor: Actor, requestId: string): Promise<Told> {
    const worker = this.#current
    await worker.ready.catch(() => undefined)
    return worker.ask(ask, actor, requestId)
  }

  /** Where a provider calls it about a connection, until it is killed. */
  async webhookUrl(provider: Provider, connectionId: string): Promise<string> {
    const worker = this.#current
    await worker.ready.catch(() => undefined)
    return `http://localhost:${worker.webhookPort}/api/webhooks/${provider}/${connectionId}`
  }

  /** Kills the instance where it stands. */
  kill(): void {
    if (this.#isStopped) return
    const dead = this.#current
    this.#current = this.#spare
    this.#spare = this.start()
    this.#retired.push(dead)
    dead.signal('SIGKILL')
    this.ready().catch(() => undefined)
  }

  /** Stops the instance's clockwork: it neither runs nor dies until `resume`. */
  pause(): () => void {
    const paused = this.#current
    paused.signal('SIGSTOP')
    return () => {
      paused.signal('SIGCONT')
    }
  }

  jumpClock(offsetMs: number): void {
    this.#current.order({ type: 'clock', offsetMs })
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    const all = [this.#current, this.#spare, ...this.#retired]
    for (const worker of all) worker.signal('SIGKILL')
    await Promise.all(all.map((worker) => worker.ended))
  }
}
