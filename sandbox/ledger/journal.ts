import { closeSync, ftruncateSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

const CHUNK_BYTES = 1 << 20
const NEWLINE = 0x0a

/** The ledger file cannot be used; the message is one sentence for a person. */
export class LedgerError extends Error {}

/** The storage of a ledger's lines. */
export interface Journal {
  /** Passes every stored line to `onLine`, oldest first. */
  replay(onLine: (line: string) => void): void
  /** Stores lines; they outlive a killed process as soon as the call returns. */
  append(lines: string): void
  /** Deletes all lines. */
  truncate(): void
  close(): void
}

/** A journal that stores nothing: for `--data none`. */
export const memoryJournal: Journal = {
  replay: () => undefined,
  append: () => undefined,
  truncate: () => undefined,
  close: () => undefined,
}

/**
 * Opens an append-only file of lines. A last line without its line end is the rest of a write that
 * was killed: it is removed and reported through `onTorn` (bytes dropped).
 */
export function openFileJournal(path: string, onTorn: (droppedBytes: number) => void): Journal {
  const file = openForAppend(path)
  return {
    replay: (onLine) => {
      const { keptBytes, tornBytes } = readLines(file, onLine)
      if (tornBytes === 0) return
      ftruncateSync(file, keptBytes)
      onTorn(tornBytes)
    },
    append: (lines) => {
      const bytes = Buffer.from(lines)
      let written = 0
      while (written < bytes.length) written += writeSync(file, bytes, written)
    },
    truncate: () => ftruncateSync(file, 0),
    close: () => closeSync(file),
  }
}

function openForAppend(path: string): number {
  try {
    mkdirSync(dirname(path), { recursive: true })
    return openSync(path, 'a+')
  } catch (error) {
    throw new LedgerError(`The ledger ${path} cannot be opened: ${(error as Error).message}.`)
  }
}

function readLines(
  file: number,
  onLine: (line: string) => void,
): { keptBytes: number; tornBytes: number } {
  const chunk = Buffer.alloc(CHUNK_BYTES)
  let unfinished: Buffer[] = []
  let position = 0
  let keptBytes = 0
  for (;;) {
    const size = readSync(file, chunk, 0, CHUNK_BYTES, position)
    if (size === 0) return { keptBytes, tornBytes: position - keptBytes }
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0 && end < size;) {
      unfinished.push(chunk.subarray(start, end))
      onLine(Buffer.concat(unfinished).toString('utf8'))
      unfinished = []
      start = end + 1
      keptBytes = position + start
      end = chunk.indexOf(NEWLINE, start)
    }
    unfinished.push(Buffer.from(chunk.subarray(start, size)))
    position += size
  }
}
