import { connect, type Socket } from 'node:net'
import type { DatabaseRule, DatabaseRules } from '../model/database-rules'
import { statementOf } from '../model/statements'
import {
  boundStatement,
  deadlockAnswer,
  type Frame,
  FrameReader,
  parsedStatement,
} from './postgres-frames'

/** Later than a query's deadline, so that the statement takes effect when nobody expects it. */
const LATE_MS = 3_500

/** One connection between an instance and PostgreSQL, watched statement by statement. */
export class DatabaseLink {
  readonly #server: Socket
  readonly #clientFrames = new FrameReader('client')
  readonly #texts = new Map<string, string>()
  /** What the client sent since it was stopped. */
  #held: Buffer[] | null = null
  #isLate = false
  #swallowsUntilSync = false
  #gathered: { frames: FrameReader; chunks: Buffer[]; done: (answer: Buffer) => void } | null = null

  constructor(
    private readonly client: Socket,
    private readonly place: number,
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
      this.client.write(deadlockAnswer())
      return
    }
    if (frame.type === 'P') {
      const { name, text } = parsedStatement(frame)
      this.#texts.set(name, text)
    }
    if (frame.type !== 'B' || !this.#meetsRule(frame)) this.#server.write(frame.bytes)
  }

  /** Lets a rule act on a statement that is about to run; true when it is not to go on by itself. */
  #meetsRule(frame: Frame): boolean {
    const statement = statementOf(this.#texts.get(boundStatement(frame)) ?? '')
    if (statement === null) return false
    if (statement === 'claim') {
      if (this.rules.waitsFor('claim')) this.#watchClaim()
      return false
    }
    const rule = this.rules.take(statement, frame.bytes)
    return rule === null ? false : this.#act(rule, frame)
  }

  #act(rule: DatabaseRule, frame: Frame): boolean {
    switch (rule.action) {
      case 'drop-before':
        this.#tell(rule)
        this.break()
        return true
      case 'freeze-before':
      case 'hang-before':
        this.#held = [frame.bytes]
        this.#tell(rule, () => this.#goOn())
        return true
      case 'late':
        this.#held = [frame.bytes]
        this.#isLate = true
        setTimeout(() => this.#goOn(), LATE_MS)
        this.#tell(rule)
        return true
      case 'deadlock':
        this.#swallowsUntilSync = true
        this.#tell(rule)
        return true
      case 'drop-after':
        this.#gather(() => {
          this.#tell(rule)
          this.break()
        })
        return false
      case 'freeze-after':
      case 'hang-after':
        this.#gather((answer) => {
          this.#tell(rule, () => this.client.write(answer))
        })
        return false
    }
  }

  /** Which operations are claimed is only in the answer. */
  #watchClaim(): void {
    this.#gather((answer) => {
      const rule = this.rules.take('claim', answer)
      if (rule === null) this.client.write(answer)
      else this.#tell(rule, () => this.client.write(answer))
    })
  }

  #tell(rule: DatabaseRule, release: () => void = () => undefined): void {
    rule.onHit({ place: this.place, release })
  }

  #goOn(): void {
    const held = this.#held ?? []
    this.#held = null
    if (this.#server.destroyed) return
    for (const bytes of held) this.#server.write(bytes)
    if (this.#isLate) setTimeout(() => this.break(), LATE_MS)
  }

  #gather(done: (answer: Buffer) => void): void {
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
