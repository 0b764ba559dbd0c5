import { createServer } from 'node:net'
import getPort from 'get-port'

/** Number of ports after the wanted one that are tried before the operating system chooses. */
const NEIGHBOURS = 20

function canListen(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, ...(host && { host }), exclusive: true }, () => {
      server.close(() => resolve(true))
    })
  })
}

/**
 * True when no process listens on this TCP port, neither on the loopback address nor on all of them. It
 * is our own because get-port counts a port that it has given out itself as taken for a while.
 */
export async function isPortFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port))
}

/**
 * A TCP port that is free at the moment, chosen by the operating system. This process gets
 * the same one again after 15 seconds at the earliest.
 */
export function anyFreePort(): Promise<number> {
  return getPort({ host: '127.0.0.1' })
}

/** The wanted port when it is free, else one of the next, else any free one. */
export function freePortNear(wanted: number): Promise<number> {
  const count = Math.min(NEIGHBOURS, 65_535 - wanted) + 1
  return getPort({ port: Array.from({ length: count }, (_, index) => wanted + index) })
}

/**
 * Reads a port from a setting.
 * @throws when the text is not a port number between 1 and 65535
 */
export function parsePort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new Error(`PORT must be a number between 1 and 65535, but it is "${text}".`)
  }
  return port
}

/**
 * The port of the application: a requested port is never replaced by another one.
 * @param asked the PORT setting, if there is one
 * @throws when the requested port is busy
 */
export async function applicationPort(wanted: string | undefined, usual: number): Promise<number> {
  if (!wanted) return freePortNear(usual)
  const port = parsePort(wanted)
  if (await isPortFree(port)) return port
  throw new Error(`Port ${port} is in use by another program. Set PORT to a free one.`)
}
