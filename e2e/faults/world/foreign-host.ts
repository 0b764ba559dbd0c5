import { randomUUID } from 'node:crypto'
import { createServer, type AddressInfo, type Server } from 'node:net'

/** A port of this machine without a listener. */
export async function closedPort(): Promise<number> {
  const server = createServer()
  const port = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

/**
 * A host that is not a provider's: it counts calls and closes their connections. Its address has a
 * path of its own, since the clients of other programs may still know an earlier owner of its port.
 */
export async function startForeignHost() {
  let calls = 0
  const path = `/${randomUUID()}`
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', (chunk: Buffer) => {
      if (chunk.includes(path)) calls += 1
      socket.destroy()
    })
  })
  const port = await listen(server)
  return {
    url: `http://127.0.0.1:${port}${path}`,
    calls: () => calls,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}
