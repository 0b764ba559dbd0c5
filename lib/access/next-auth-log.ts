import { log } from '@/lib/observability/log'

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
