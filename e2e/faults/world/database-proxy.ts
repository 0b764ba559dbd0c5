import { createServer, type AddressInfo, type Server } from 'node:net'
import { DatabaseRules } from '../model/database-rules'
import { DatabaseLink } from './database-link'

/** Time in which further statements are collected before the database goes down. */
const COLLECT_MS = 250

/** A proxy between the instances and PostgreSQL; each instance has an address of its own. */
export class DatabaseProxy {
  readonly rules = new DatabaseRules()
  /** Times at which all connections broke. */
  readonly outagesAtMs: number[] = []
  readonly #links = new Set<DatabaseLink>()
  readonly #servers: Server[] = []
  #isDown = false
  #isOutageScheduled = false

  constructor(private readonly databaseUrl: string) {}

  /** Opens the database address of the instance with this index. */
  async open(instanceIndex: number): Promise<string> {
    const real = new URL(this.databaseUrl)
    const serverAt = { host: real.hostname, port: Number(real.port) }
    const server = createServer((client) => {
      if (this.#isDown) {
        client.destroy()
        return
      }
      const link = new DatabaseLink(client, instanceIndex, this.rules, serverAt)
      this.#links.add(link)
      client.once('close', () => this.#links.delete(link))
    })
    this.#servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    real.port = String((server.address() as AddressInfo).port)
    return real.href
  }

  /** Breaks all connections after a moment, and accepts no new one for `durationMs`. */
  scheduleOutage(durationMs: number): void {
    if (this.#isDown || this.#isOutageScheduled) return
    this.#isOutageScheduled = true
    setTimeout(() => {
      this.#isOutageScheduled = false
      this.#isDown = true
      this.outagesAtMs.push(Date.now())
      for (const link of this.#links) link.break()
      setTimeout(() => {
        this.#isDown = false
      }, durationMs)
    }, COLLECT_MS)
  }

  async close(): Promise<void> {
    for (const link of this.#links) link.break()
    await Promise.all(
      this.#servers.map((server) => new Promise((resolve) => server.close(resolve))),
    )
  }
}
