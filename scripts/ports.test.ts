import { createServer, type Server } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { anyFreePort, applicationPort, freePortNear, isPortFree, parsePort } from './ports'

const servers: Server[] = []

function occupy(port: number, host?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    servers.push(server)
    server.once('error', reject)
    server.listen({ port, ...(host && { host }) }, resolve)
  })
}

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

describe('isPortFree', () => {
  it.each([
    ['the loopback address', '127.0.0.1'],
    ['every address', undefined],
  ])('is false when a process listens on %s', async (_, host) => {
    const port = await anyFreePort()
    expect(await isPortFree(port)).toBe(true)
    await occupy(port, host)
    expect(await isPortFree(port)).toBe(false)
  })
})

describe('freePortNear', () => {
  it('takes the wanted port, or another one when it is busy', async () => {
    const port = await anyFreePort()
    expect(await freePortNear(port)).toBe(port)
    await occupy(port)
    expect(await freePortNear(port)).not.toBe(port)
  })
})

describe('applicationPort', () => {
  it('evades a busy usual port', async () => {
    const port = await anyFreePort()
    await occupy(port)
    expect(await applicationPort(undefined, port)).not.toBe(port)
  })

  it('does not replace a requested port that is busy', async () => {
    const port = await anyFreePort()
    await occupy(port)
    await expect(applicationPort(String(port), 3000)).rejects.toThrow(
      `Port ${port} is in use by another program. Set PORT to a free one.`,
    )
  })
})

describe('parsePort', () => {
  it.each(['0', '65536', '-1', '3000a', '1e3', ' 80', '3000.5'])('refuses %j', (text) => {
    expect(() => parsePort(text)).toThrow('PORT must be a number between 1 and 65535')
  })

  it('reads a port', () => {
    expect(parsePort('65535')).toBe(65_535)
  })
})
