import pino, { type DestinationStream, type Logger } from 'pino'
import { env, type Env } from '@/lib/config/env'
import { INSTANCE, VERSION } from '@/lib/config/process-identity'
import { redact } from './redact'
import { currentRequestId } from './request-context'

/** Writes log lines: one JSON object each, on standard output. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

/**
 * A log that never shows secrets or personal data, from any caller: objects, errors and text
 * are redacted before they are written. Every line names the process, and the request that it is
 * about, if any. `destination` is standard output when left out.
 */
export function createLog(level: Env['LOG_LEVEL'], destination?: DestinationStream): Log {
  return pino(
    {
      level,
      base: { instance: INSTANCE, version: VERSION },
      mixin: () => {
        const requestId = currentRequestId()
        return requestId === undefined ? {} : { requestId }
      },
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

/** next-auth's own messages may quote what people sent: only the code is kept. */
function logCode(level: 'error' | 'warn') {
  return (code: string) => log()[level]({ code }, 'next-auth')
}

/** The logger of next-auth. It keeps one for the whole process, so that all its options share this. */
export const nextAuthLog = {
  error: logCode('error'),
  warn: logCode('warn'),
  debug: () => undefined,
}
