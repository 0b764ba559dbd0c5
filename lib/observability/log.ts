import pino, { type DestinationStream, type Logger } from 'pino'
import { env, type Env } from '@/lib/config/env'
import { redact } from './redact'

/** Writes log lines: one JSON object each, on standard output. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

/**
 * A log that never shows secrets or personal data, from any caller: objects, errors and text
 * are redacted before they are written. `destination` is standard output when left out.
 */
export function createLog(level: Env['LOG_LEVEL'], destination?: DestinationStream): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (redacted: unknown) => redacted },
      hooks: {
        logMethod(args, method) {
          const [first, ...rest] = args as unknown[]
          const subject = first instanceof Error ? { err: redact(first) } : redact(first)
          Reflect.apply(method, this, [subject, ...rest.map((part) => redact(part))])
        },
      },
    },
    destination ?? pino.destination(1),
  )
}

let shared: Log | undefined

/** The log of this process, at the level that LOG_LEVEL asks for. */
export function log(): Log {
  shared ??= createLog(env().LOG_LEVEL)
  return shared
}
