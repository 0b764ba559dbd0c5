import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { freePortNear, parsePort } from '../ports'
import { inDemo } from './folder'

const USUAL_PORT = 4010

/** The port the sandbox had the last time when that is free, else one near it; remembered. */
export async function sandboxPort(): Promise<number> {
  const file = inDemo('sandbox-port')
  const last = existsSync(file) ? parsePort(readFileSync(file, 'utf8').trim()) : USUAL_PORT
  const port = await freePortNear(last)
  writeFileSync(file, `${port}\n`)
  return port
}
