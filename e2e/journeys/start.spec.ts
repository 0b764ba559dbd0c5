import { networkInterfaces } from 'node:os'
import { connect } from 'node:net'
import { expect, test } from '@playwright/test'
import { isPortFree } from '@/scripts/ports'
import { startOwnServer, type OwnServer } from '../support/own-server'

/** Whether anything takes a connection there. */
function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 3_000 })
    const end = (isTaken: boolean) => {
      socket.destroy()
      resolve(isTaken)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
    socket.once('timeout', () => end(false))
  })
}

/** What the first test has started and the next one ends: each start takes seconds. */
let running: OwnServer | undefined

test.afterAll(() => running?.npm.kill('SIGTERM'))

test('npm start: listens where PORT says, on this machine alone', async () => {
  running = await startOwnServer()
  const server = running
  expect(server.output()).toContain(`listens on 127.0.0.1, port ${server.port}`)
  expect(await answers('127.0.0.1', server.port)).toBe(true)
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
  for (const { address } of others) expect(await answers(address, server.port)).toBe(false)
})

for (const { signal, tag } of [
  { signal: 'SIGTERM' as const, tag: [] },
  { signal: 'SIGINT' as const, tag: ['@long'] },
]) {
  test(`npm start: ${signal} to npm ends everything, and the port is free`, { tag }, async () => {
    const server = running ?? (await startOwnServer())
    running = undefined
    expect(await isPortFree(server.port)).toBe(false)
    const beganMs = performance.now()
    server.npm.kill(signal)
    await server.ended
    expect(performance.now() - beganMs).toBeLessThan(30_000)
    expect(await isPortFree(server.port)).toBe(true)
  })
}

test('npm start: the end of npm alone ends the server too @long', async () => {
  const server = await startOwnServer()
  server.npm.kill('SIGKILL')
  await server.ended
  expect(await isPortFree(server.port)).toBe(true)
})
