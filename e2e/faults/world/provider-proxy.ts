import {
  Agent,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { ProviderRules, type ProviderAction } from '../model/provider-rules'
import type { Wire } from '../plan/participant'
import { IMPORT_MARK, MARK_HEADER } from './mark-calls'
import { type Send, Sends } from './sends'

/** Stands for the operation of a write that was made for none. */
const NOBODYS = 'nobody’s'

/** Stands between the instances and the sandbox: counts what is sent and spoils what it is told to. */
export class ProviderProxy {
  readonly rules = new ProviderRules()
  readonly sends = new Sends()
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 256 })
  readonly #server: Server
  readonly #frozen = new Map<string, (release: () => void) => void>()

  /** @param isAnnounced whether an operation and its attempt are committed */
  constructor(
    private readonly sandboxUrl: string,
    private readonly wire: Wire,
    private readonly isAnnounced: (operationId: string) => Promise<boolean>,
  ) {
    this.#server = createServer({ keepAliveTimeout: 30_000, requestTimeout: 0 }, (call, answer) => {
      call.on('error', () => undefined)
      answer.on('error', () => undefined)
      this.#take(call, answer).catch(() => answer.destroy())
    })
  }

  /** Whom to tell when a rule freezes this operation's write. */
  freeze(operationId: string, tell: (release: () => void) => void): void {
    this.#frozen.set(operationId, tell)
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    this.#agent.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #take(call: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = await bodyOf(call)
    const { url = '' } = call
    const mark = call.headers[MARK_HEADER]?.toString()
    if (call.method === 'GET' || !this.wire.writes.test(url)) {
      const [, paymentId] = mark === IMPORT_MARK ? [] : (this.wire.reads.exec(url) ?? [])
      const action = paymentId === undefined ? null : this.rules.take(decodeURIComponent(paymentId))
      await this.#carryOut(action, call, body, answer, null)
      return
    }
    const atMs = Date.now()
    const operationId = mark ?? NOBODYS
    const wasAnnounced = operationId !== NOBODYS && (await this.isAnnounced(operationId))
    // Whoever has hung up meanwhile must not be heard later than the settle window allows.
    if (call.socket.destroyed) return
    const action = this.rules.take(operationId)
    const wasDoubled = action?.type === 'twice'
    const send = this.sends.note({ operationId, atMs, wasAnnounced, wasDoubled, answered: null })
    await this.#carryOut(action, call, body, answer, send)
  }

  async #carryOut(
    action: ProviderAction | null,
    call: IncomingMessage,
    body: Buffer,
    answer: ServerResponse,
    send: Send | null,
  ): Promise<void> {
    switch (action?.type) {
      case 'hold':
        return
      case 'stale':
        call.socket.destroy()
        return
      case 'freeze-before':
        this.#frozen.get(send?.operationId ?? '')?.(() => answer.destroy())
        return
      case 'freeze-after': {
        const got = await this.#forward(call, body, answer)
        await bodyOf(got)
        this.#frozen.get(send?.operationId ?? '')?.(() => answer.destroy())
        return
      }
      case 'twice':
        return this.#passTwice(call, body, answer, send)
      case 'sandbox': {
        const headers = { 'x-sandbox-fault': JSON.stringify(action.fault) }
        return this.#pass(call, body, answer, send, headers)
      }
      case 'pass':
      case undefined:
        return this.#pass(call, body, answer, send)
    }
  }

  /** Hands a call on and its answer back, with all that is wrong with it. */
  async #pass(
    call: IncomingMessage,
    body: Buffer,
    answer: ServerResponse,
    send: Send | null,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const got = await this.#forward(call, body, answer, headers)
    if (send !== null) send.answered = got.statusCode ?? null
    answer.writeHead(got.statusCode ?? 502, got.headers)
    got.on('error', () => answer.destroy())
    got.on('aborted', () => answer.destroy())
    answer.on('close', () => got.destroy())
    got.pipe(answer)
  }

  /** The second answer comes back; the first one when there was no room for a second effect. */
  async #passTwice(
    call: IncomingMessage,
    body: Buffer,
    answer: ServerResponse,
    send: Send | null,
  ): Promise<void> {
    const first = await this.#forward(call, body, answer)
    const firstBody = await bodyOf(first)
    const second = await this.#forward(call, body, answer)
    const secondBody = await bodyOf(second)
    const wasDone = this.wire.isDone(second.statusCode ?? 0, secondBody.toString())
    const [got, text] = wasDone ? [second, secondBody] : [first, firstBody]
    if (send !== null) send.answered = got.statusCode ?? null
    answer.writeHead(got.statusCode ?? 502, got.headers)
    answer.end(text)
  }

  #forward(
    call: IncomingMessage,
    body: Buffer,
    answer: ServerResponse,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const outgoing = request(new URL(call.url ?? '/', this.sandboxUrl), {
        method: call.method ?? 'GET',
        headers: { ...call.headers, ...headers },
        agent: this.#agent,
      })
      outgoing.once('response', resolve)
      outgoing.on('error', reject)
      answer.once('close', () => outgoing.destroy())
      outgoing.end(body)
    })
  }
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
