import type { IncomingMessage } from 'node:http'
import type { ChangeAnswer } from '../model/answer-changes'
import type { SandboxFault } from '../model/provider-rules'

/** The whole body of a request or response. */
export async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** The header that gives a call a fault of the sandbox. */
export function faultHeaders(fault: SandboxFault): Readonly<Record<string, string>> {
  return { 'x-sandbox-fault': JSON.stringify(fault) }
}

/** A body of JSON; undefined where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A body of JSON after a change; null where it is none, or stays the same. */
export function changedText(text: string, change: ChangeAnswer): string | null {
  const json = jsonOf(text)
  if (json === undefined) return null
  const changed = JSON.stringify(change(json))
  return changed === JSON.stringify(json) ? null : changed
}
