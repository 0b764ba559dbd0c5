import type { Actor } from '@/lib/domain/access/actor'
import type { Provider } from '@/lib/domain/provider/provider'
import type { OperationRequest, Reply } from '../model/messages'
import type { WorkerProcess } from './worker-process'

/** An application instance; when it is killed, a running spare takes over. */
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

  /** Number of times it ended without being killed. */
  get deaths(): number {
    return this.#deaths
  }

  async request(request: OperationRequest, actor: Actor, requestId: string): Promise<Reply> {
    const worker = this.#current
    await worker.ready.catch(() => undefined)
    return worker.request(request, actor, requestId)
  }

  /** Checks an operation now; returns the time that a check has to wait, or null. */
  async check(operationId: string): Promise<number | null> {
    const worker = this.#current
    await worker.ready.catch(() => undefined)
    return worker.check(operationId)
  }

  /** The address of its webhooks for a connection, until it is killed. */
  async webhookUrl(provider: Provider, connectionId: string): Promise<string> {
    const worker = this.#current
    await worker.ready.catch(() => undefined)
    return `http://localhost:${worker.webhookPort}/api/webhooks/${provider}/${connectionId}`
  }

  /** Kills the current process and replaces it with the spare. */
  kill(): void {
    if (this.#isStopped) return
    const dead = this.#current
    this.#current = this.#spare
    this.#spare = this.start()
    this.#retired.push(dead)
    dead.signal('SIGKILL')
    this.ready().catch(() => undefined)
  }

  /**
   * Stops the process with SIGSTOP: it neither runs nor dies until the returned function is called.
   */
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
