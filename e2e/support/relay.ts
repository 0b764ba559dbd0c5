import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** Stands before a database, so that one server can lose it while the others keep it. */
export interface Relay {
  /** The database's address through it. */
  readonly url: string
  /** Breaks all connections and takes no new one. */
  stop(): Promise<void>
}

/** Opens a way to a database that can be closed. */
export async function openRelay(databaseUrl: string): Promise<Relay> {
  const real = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const there = connect({ host: real.hostname, port: Number(real.port) })
    for (const [socket, other] of [
      [client, there],
      [there, client],
    ] as const) {
      sockets.add(socket)
      socket.pipe(other)
      socket.on('error', () => other.destroy())
      socket.once('close', () => sockets.delete(socket))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(databaseUrl)
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
