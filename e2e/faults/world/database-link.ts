import { connect, type Socket } from 'node:net'
import type { DatabaseRule, DatabaseRules } from '../model/database-rules'
import { statementOf } from '../model/statements'
import {
  boundStatement,
  deadlockResponse,
  type Frame,
  FrameReader,
  parsedStatement,
} from './postgres-frames'

/**
 * Longer than a query's deadline, so that the statement takes effect after the caller has given up.
 */
const LATE_MS = 3_500

/** One connection between an instance and PostgreSQL, inspected statement by statement. */
export class DatabaseLink {
  readonly #server: Socket
  readonly #clientFrames = new FrameReader('client')
  readonly #texts = new Map<string, string>()
  /** Bytes that the client sent while it is held; null while it is not. */
  #held: Buffer[] | null = null
  #isLate = false
  #swallowsUntilSync = false
  #gathered: { frames: FrameReader; chunks: Buffer[]; done: (response: Buffer) => void } | null =
    null

  constructor(
    private readonly client: Socket,
    private readonly instanceIndex: number,
    private readonly rules: DatabaseRules,
    serverAt: { readonly host: string; readonly port: number },
  ) {
    this.#server = connect(serverAt)
    client.setNoDelay(true)
    this.#server.setNoDelay(true)
    client.on('data', (chunk: Buffer) => {
      for (const frame of this.#clientFrames.read(chunk)) this.#fromClient(frame)
    })
    this.#server.on('data', (chunk: Buffer) => {
      this.#fromServer(chunk)
    })
    client.on('error', () => undefined)
    this.#server.on('error', () => undefined)
    client.on('close', () => {
      if (!this.#isLate) this.#server.destroy()
    })
    this.#server.on('close', () => client.destroy())
  }

  break(): void {
    this.client.destroy()
    this.#server.destroy()
  }

  #fromClient(frame: Frame): void {
    if (this.#held !== null) {
      this.#held.push(frame.bytes)
      return
    }
    if (this.#swallowsUntilSync) {
      if (frame.type !== 'S') return
      this.#swallowsUntilSync = false
      this.client.write(deadlockResponse())
      return
    }
    if (frame.type === 'P') {
      const { name, text } = parsedStatement(frame)
      this.#texts.set(name, text)
    }
    if (frame.type !== 'B' || !this.#meetsRule(frame)) this.#server.write(frame.bytes)
  }

  /**
   * Applies a rule to a statement that is about to run. Returns true when the statement must not be
   * forwarded.
   */
  #meetsRule(frame: Frame): boolean {
    const statement = statementOf(this.#texts.get(boundStatement(frame)) ?? '')
    if (statement === null) return false
    if (statement === 'claim') {
      if (this.rules.waitsFor('claim')) this.#watchClaim()
      return false
    }
    const rule = this.rules.take(statement, frame.bytes)
    return rule === null ? false : this.#apply(rule, frame)
  }

  #apply(rule: DatabaseRule, frame: Frame): boolean {
    switch (rule.action) {
      case 'drop-before':
        this.#reportHit(rule)
        this.break()
        return true
      case 'freeze-before':
      case 'hang-before':
        this.#held = [frame.bytes]
        this.#reportHit(rule, () => this.#resume())
        return true
      case 'late':
        this.#held = [frame.bytes]
        this.#isLate = true
        setTimeout(() => this.#resume(), LATE_MS)
        this.#reportHit(rule)
        return true
      case 'deadlock':
        this.#swallowsUntilSync = true
        this.#reportHit(rule)
        return true
      case 'drop-after':
        this.#gather(() => {
          this.#reportHit(rule)
          this.break()
        })
        return false
      case 'freeze-after':
      case 'hang-after':
        this.#gather((response) => {
          this.#reportHit(rule, () => this.client.write(response))
        })
        return false
    }
  }

  /** The ids of claimed operations are only in the response. */
  #watchClaim(): void {
    this.#gather((response) => {
      const rule = this.rules.take('claim', response)
      if (rule === null) this.client.write(response)
      else this.#reportHit(rule, () => this.client.write(response))
    })
  }

  #reportHit(rule: DatabaseRule, release: () => void = () => undefined): void {
    rule.onHit({ instanceIndex: this.instanceIndex, release })
  }

  #resume(): void {
    const held = this.#held ?? []
    this.#held = null
    if (this.#server.destroyed) return
    for (const bytes of held) this.#server.write(bytes)
    if (this.#isLate) setTimeout(() => this.break(), LATE_MS)
  }

  #gather(done: (response: Buffer) => void): void {
    this.#gathered = { frames: new FrameReader('server'), chunks: [], done }
  }

  #fromServer(chunk: Buffer): void {
    const gathered = this.#gathered
    if (gathered === null) {
      this.client.write(chunk)
      return
    }
    gathered.chunks.push(chunk)
    if (!gathered.frames.read(chunk).some(({ type }) => type === 'Z')) return
    this.#gathered = null
    gathered.done(Buffer.concat(gathered.chunks))
  }
}
