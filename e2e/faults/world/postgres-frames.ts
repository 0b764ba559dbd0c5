const HEADER = 5

/** One message of PostgreSQL's protocol: its type letter and all its bytes. */
export interface Frame {
  readonly type: string
  readonly bytes: Buffer
}

/** Splits a stream into messages. The first one of a client has no type; its type is `startup`. */
export class FrameReader {
  #rest: Buffer = Buffer.alloc(0)
  #isStartup: boolean

  constructor(side: 'client' | 'server') {
    this.#isStartup = side === 'client'
  }

  read(chunk: Buffer): Frame[] {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    const frames: Frame[] = []
    for (let frame = this.#next(); frame !== null; frame = this.#next()) frames.push(frame)
    return frames
  }

  #next(): Frame | null {
    const lengthAt = this.#isStartup ? 0 : 1
    if (this.#rest.length < lengthAt + 4) return null
    const size = lengthAt + this.#rest.readInt32BE(lengthAt)
    if (this.#rest.length < size) return null
    const bytes = this.#rest.subarray(0, size)
    this.#rest = this.#rest.subarray(size)
    const type = this.#isStartup ? 'startup' : String.fromCharCode(bytes[0] ?? 0)
    this.#isStartup = false
    return { type, bytes }
  }
}

/** The query of a Parse message, behind the name of the statement. */
export function parsedStatement(frame: Frame): { readonly name: string; readonly text: string } {
  const nameEnd = frame.bytes.indexOf(0, HEADER)
  const textEnd = frame.bytes.indexOf(0, nameEnd + 1)
  return {
    name: frame.bytes.toString('utf8', HEADER, nameEnd),
    text: frame.bytes.toString('utf8', nameEnd + 1, textEnd),
  }
}

/** The name of the statement that a Bind message runs, behind the name of the portal. */
export function boundStatement(frame: Frame): string {
  const portalEnd = frame.bytes.indexOf(0, HEADER)
  return frame.bytes.toString('utf8', portalEnd + 1, frame.bytes.indexOf(0, portalEnd + 1))
}

/** The messages with which a server ends a statement as a deadlock victim and is ready again. */
export function deadlockResponse(): Buffer {
  const fields = ['SERROR', 'VERROR', 'C40P01', 'Mdeadlock detected'].map((text) => `${text}\0`)
  const body = Buffer.from(`${fields.join('')}\0`)
  return Buffer.concat([frameOf('E', body), frameOf('Z', Buffer.from('I'))])
}

function frameOf(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(HEADER)
  head.write(type, 0)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
