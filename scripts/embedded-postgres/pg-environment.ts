import type { Environment } from '../processes/run-command'

/** The environment of PostgreSQL's programs: none of the caller's PG settings, English messages. */
export function pgEnvironment(): Environment {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
}
