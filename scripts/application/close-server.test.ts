import { Agent, createServer, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createClosing, type Drain } from './close-server'

interface Running {
  readonly port: number
  readonly close: (drain: Partial<Drain>) => Promise<void>
}

/** Answers `/` at once and any other path after that many milliseconds. */
async function startServer(): Promise<Running> {
  const server: Server = createServer((request, response) => {
    setTimeout(() => response.end('done'), Number(request.url?.slice(1)))
  })
  const closing = createClosing(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = (drain: Partial<Drain>) =>
    closing({
      answerMs: drain.answerMs ?? 0,
      limitMs: drain.limitMs ?? 10_000,
      untilWorkEnded: drain.untilWorkEnded ?? (() => Promise.resolve()),
    })
  return { port: (server.address() as AddressInfo).port, close }
}

interface Answer {
  readonly text: string
  readonly connection: string | undefined
}

function ask(port: number, delayMs: number, agent = new Agent({ keepAlive: true })) {
  return new Promise<Answer>((resolve, reject) => {
    get({ port, host: '127.0.0.1', path: `/${delayMs}`, agent }, (response: IncomingMessage) => {
      const { connection } = response.headers
      response.on('data', (part: Buffer) => resolve({ text: part.toString(), connection }))
    }).on('error', reject)
  })
}

async function msOf(work: Promise<unknown>): Promise<number> {
  const beganMs = performance.now()
  await work
  return performance.now() - beganMs
}

it('closing: lets a request under way end, and waits for no idle connection', async () => {
  const { port, close } = await startServer()
  expect(await ask(port, 0)).toEqual({ text: 'done', connection: 'keep-alive' })
  const answer = ask(port, 400)
  await sleep(100)
  expect(await msOf(close({}))).toBeLessThan(2_000)
  expect(await answer).toEqual({ text: 'done', connection: 'close' })
  await expect(ask(port, 0)).rejects.toThrow()
})

it('closing: still answers for a while, on connections of before as well, and asks for their end', async () => {
  const { port, close } = await startServer()
  const kept = new Agent({ keepAlive: true, maxSockets: 1 })
  await ask(port, 0, kept)
  const closed = close({ answerMs: 500 })
  for (const agent of [kept, kept, new Agent({ keepAlive: true })]) {
    expect(await ask(port, 0, agent)).toEqual({ text: 'done', connection: 'close' })
  }
  await closed
  await expect(ask(port, 0)).rejects.toThrow()
})

it('closing: waits for work that no connection waits for', async () => {
  const { close } = await startServer()
  expect(await msOf(close({ untilWorkEnded: () => sleep(600) }))).toBeGreaterThan(500)
})

it('closing: cuts off what takes longer than the limit', async () => {
  const { port, close } = await startServer()
  const answer = ask(port, 60_000).catch((error: unknown) => error)
  await sleep(100)
  const endless = () => new Promise<void>(() => undefined)
  expect(await msOf(close({ limitMs: 300, untilWorkEnded: endless }))).toBeLessThan(2_000)
  expect(await answer).toBeInstanceOf(Error)
})
