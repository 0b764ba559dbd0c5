import { sessionIdleMinutes } from './env'

/** How long a session lives. */
export const SESSION_LIFETIME = {
  /** One working day; a person signs in each morning. */
  maxAgeS: 12 * 60 * 60,
  /** Time without use after which a session ends: PAYDESK_SESSION_IDLE_MINUTES. */
  idleS: sessionIdleMinutes() * 60,
  /**
   * The last use is written at most once in this time. A session lives longer by it, so that none
   * ends early.
   */
  useWrittenS: 60,
} as const
