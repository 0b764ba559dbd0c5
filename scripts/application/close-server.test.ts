import { Agent, createServer, get, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { closeServer } from './close-server'

/** Answers `/` at once and any other path after that many milliseconds. */
async function startServer(): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    setTimeout(() => response.end('done'), Number(request.url?.slice(1)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, port: (server.address() as AddressInfo).port }
}

function ask(port: number, delayMs: number): Promise<string> {
  const agent = new Agent({ keepAlive: true })
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path: `/${delayMs}`, agent }, (response) => {
      response.on('data', (part: Buffer) => resolve(part.toString()))
    }).on('error', reject)
  })
}

it('closeServer: lets a request under way end, and waits for no idle connection', async () => {
  const { server, port } = await startServer()
  await ask(port, 0)
  const answer = ask(port, 400)
  await sleep(100)
  const beganMs = performance.now()
  await closeServer(server, 10_000)
  expect(await answer).toBe('done')
  expect(performance.now() - beganMs).toBeLessThan(2_000)
  await expect(ask(port, 0)).rejects.toThrow()
})

it('closeServer: cuts off a request that takes longer than the limit', async () => {
  const { server, port } = await startServer()
  const answer = ask(port, 60_000).catch((error: unknown) => error)
  await sleep(100)
  const beganMs = performance.now()
  await closeServer(server, 300)
  expect(performance.now() - beganMs).toBeLessThan(2_000)
  expect(await answer).toBeInstanceOf(Error)
})
