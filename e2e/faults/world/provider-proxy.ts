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
import type { Participant, Wire } from '../plan/participant'
import { bodyOf, changedText, faultHeaders } from './bodies'
import { IMPORT_REFERENCE, REFERENCE_HEADER } from './tag-calls'
import { type Send, Sends } from './sends'
import { WatchedReads } from './watched-reads'

/** Operation id of a write that was made for no operation. */
const NO_OPERATION = 'none'

/** A proxy between the instances and the sandbox: records the sends and applies the rules. */
export class ProviderProxy {
  readonly rules = new ProviderRules()
  readonly sends = new Sends()
  readonly reads: WatchedReads
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 256 })
  readonly #server: Server
  readonly #wire: Wire
  readonly #frozen = new Map<string, (release: () => void) => void>()

  /** @param isIntentCommitted whether an operation and its attempt are committed */
  constructor(
    private readonly sandboxUrl: string,
    participant: Pick<Participant, 'wire' | 'list'>,
    private readonly isIntentCommitted: (operationId: string) => Promise<boolean>,
  ) {
    this.#wire = participant.wire
    this.reads = new WatchedReads(participant)
    this.#server = createServer(
      { keepAliveTimeout: 30_000, requestTimeout: 0 },
      (call, response) => {
        call.on('error', () => undefined)
        response.on('error', () => undefined)
        this.#take(call, response).catch(() => response.destroy())
      },
    )
  }

  /** Calls `onFrozen` when a rule freezes this operation's write. */
  freeze(operationId: string, onFrozen: (release: () => void) => void): void {
    this.#frozen.set(operationId, onFrozen)
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

  async #take(call: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(call)
    const { url = '' } = call
    const ourReference = call.headers[REFERENCE_HEADER]?.toString()
    if (call.method === 'GET' || !this.#wire.writes.test(url)) {
      const [, paymentId] =
        ourReference === IMPORT_REFERENCE ? [] : (this.#wire.reads.exec(url) ?? [])
      const action = paymentId === undefined ? null : this.rules.take(decodeURIComponent(paymentId))
      if (action === null && this.reads.concern(url)) await this.#passRead(call, body, response)
      else await this.#carryOut(action, call, body, response, null)
      return
    }
    const atMs = Date.now()
    const operationId = ourReference ?? NO_OPERATION
    const wasIntentCommitted =
      operationId !== NO_OPERATION && (await this.isIntentCommitted(operationId))
    // A call whose client has gone must not take effect later than the settle window allows.
    if (call.socket.destroyed) return
    const action = this.rules.take(operationId)
    const wasDoubled = action?.type === 'twice'
    const send = this.sends.note({
      operationId,
      atMs,
      wasIntentCommitted,
      wasDoubled,
      responseStatus: null,
    })
    await this.#carryOut(action, call, body, response, send)
  }

  async #carryOut(
    action: ProviderAction | null,
    call: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
    send: Send | null,
  ): Promise<void> {
    switch (action?.type) {
      case 'hold':
        return
      case 'stale':
        call.socket.destroy()
        return
      case 'freeze-before':
        this.#frozen.get(send?.operationId ?? '')?.(() => response.destroy())
        return
      case 'freeze-after': {
        const upstream = await this.#forward(call, body, response)
        await bodyOf(upstream)
        this.#frozen.get(send?.operationId ?? '')?.(() => response.destroy())
        return
      }
      case 'twice':
        return this.#passTwice(call, body, response, send)
      case 'meet':
        return this.#passMeeting(action, call, body, response, send)
      case 'change':
        return this.#passChanged(action, call, body, response, send)
      case 'sandbox':
        return this.#pass(call, body, response, send, faultHeaders(action.fault))
      case 'limit':
        if (action.limiter.take(Date.now())) return this.#pass(call, body, response, send)
        action.onLimited()
        return this.#pass(call, body, response, send, faultHeaders(action.fault))
      case 'pass':
      case undefined:
        return this.#pass(call, body, response, send)
    }
  }

  /** Forwards a call, and its response with all its faults. */
  async #pass(
    call: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
    send: Send | null,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const upstream = await this.#forward(call, body, response, headers)
    if (send !== null) send.responseStatus = upstream.statusCode ?? null
    response.writeHead(upstream.statusCode ?? 502, upstream.headers)
    upstream.on('error', () => response.destroy())
    upstream.on('aborted', () => response.destroy())
    response.on('close', () => upstream.destroy())
    upstream.pipe(response)
  }

  /** Forwards a read, and its response with payments that make no sense. */
  async #passRead(call: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
    const upstream = await this.#forward(call, body, response)
    const text = await bodyOf(upstream)
    const changed = this.reads.changedText(call.url ?? '', text.toString())
    this.#respond(upstream, changed ?? text, response, null)
  }

  /** Lets somebody act at the provider before a call arrives there, or before its response leaves. */
  async #passMeeting(
    { when, isLost, act }: Extract<ProviderAction, { type: 'meet' }>,
    call: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
    send: Send | null,
  ): Promise<void> {
    if (when === 'before-effect') {
      await act()
      if (!isLost && !call.socket.destroyed) return this.#pass(call, body, response, send)
      call.socket.destroy()
      return
    }
    const upstream = await this.#forward(call, body, response)
    const text = await bodyOf(upstream)
    await act()
    if (isLost) {
      call.socket.destroy()
      return
    }
    this.#respond(upstream, text, response, send)
  }

  /** Forwards a call, and its response with other content. */
  async #passChanged(
    { change, onChange }: Extract<ProviderAction, { type: 'change' }>,
    call: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
    send: Send | null,
  ): Promise<void> {
    const upstream = await this.#forward(call, body, response)
    const text = await bodyOf(upstream)
    const changed = changedText(text.toString(), this.#wire.changes[change])
    if (changed !== null) onChange()
    this.#respond(upstream, changed ?? text, response, send)
  }

  /** Sends a response that was read whole. */
  #respond(
    upstream: IncomingMessage,
    text: string | Buffer,
    response: ServerResponse,
    send: Send | null,
  ): void {
    if (send !== null) send.responseStatus = upstream.statusCode ?? null
    const { 'content-length': _length, ...headers } = upstream.headers
    response.writeHead(upstream.statusCode ?? 502, headers)
    response.end(text)
  }

  /** Returns the second response, or the first one when the second had no effect. */
  async #passTwice(
    call: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
    send: Send | null,
  ): Promise<void> {
    const first = await this.#forward(call, body, response)
    const firstBody = await bodyOf(first)
    const second = await this.#forward(call, body, response)
    const secondBody = await bodyOf(second)
    const wasDone = this.#wire.isDone(second.statusCode ?? 0, secondBody.toString())
    const [upstream, text] = wasDone ? [second, secondBody] : [first, firstBody]
    this.#respond(upstream, text, response, send)
  }

  #forward(
    call: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
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
      response.once('close', () => outgoing.destroy())
      outgoing.end(body)
    })
  }
}
