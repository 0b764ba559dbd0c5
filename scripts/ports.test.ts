import { type AddressInfo, createServer, type Server } from 'node:net'
import { clearLockedPorts } from 'get-port'
import { afterEach, describe, expect, it } from 'vitest'
import { anyFreePort, applicationPort, freePortNear, isPortFree, parsePort } from './ports'

const servers: Server[] = []

/** Listens on a port, 0 for any, until the test ends; returns the port. */
function occupy(port: number, host?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    servers.push(server)
    server.once('error', reject)
    server.listen({ port, ...(host && { host }) }, () => {
      resolve((server.address() as AddressInfo).port)
    })
  })
}

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
  clearLockedPorts()
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

describe('anyFreePort', () => {
  it('does not give the same port twice to callers who have yet to listen', async () => {
    const ports = new Set<number>()
    for (let count = 0; count < 1_000; count += 1) ports.add(await anyFreePort())
    expect(ports.size).toBe(1_000)
  })
})

describe('freePortNear', () => {
  it('takes the wanted port, or another one when it is busy', async () => {
    const free = await occupy(0)
    await new Promise((resolve) => servers.pop()?.close(resolve))
    expect(await freePortNear(free)).toBe(free)
    const busy = await occupy(0)
    expect(await freePortNear(busy)).not.toBe(busy)
  })
})

describe('applicationPort', () => {
  it('evades a busy usual port', async () => {
    const port = await occupy(0)
    expect(await applicationPort(undefined, port)).not.toBe(port)
  })

  it('does not evade a busy port that was asked for', async () => {
    const port = await occupy(0)
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
