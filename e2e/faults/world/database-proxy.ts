import { createServer, type AddressInfo, type Server } from 'node:net'
import { DatabaseRules } from '../model/database-rules'
import { DatabaseLink } from './database-link'

/** How long more statements are collected before the database goes away. */
const COLLECT_MS = 250

/** Stands between the instances and PostgreSQL; each place has an address of its own. */
export class DatabaseProxy {
  readonly rules = new DatabaseRules()
  readonly #links = new Set<DatabaseLink>()
  readonly #servers: Server[] = []
  #isDown = false
  #isAboutToGo = false

  constructor(private readonly databaseUrl: string) {}

  /** The database's address for the instance at this place. */
  async open(place: number): Promise<string> {
    const real = new URL(this.databaseUrl)
    const serverAt = { host: real.hostname, port: Number(real.port) }
    const server = createServer((client) => {
      if (this.#isDown) {
        client.destroy()
        return
      }
      const link = new DatabaseLink(client, place, this.rules, serverAt)
      this.#links.add(link)
      client.once('close', () => this.#links.delete(link))
    })
    this.#servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    real.port = String((server.address() as AddressInfo).port)
    return real.href
  }

  /** In a moment breaks all connections, and takes no new one for so long. */
  goDownSoon(durationMs: number): void {
    if (this.#isDown || this.#isAboutToGo) return
    this.#isAboutToGo = true
    setTimeout(() => {
      this.#isAboutToGo = false
      this.#isDown = true
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
