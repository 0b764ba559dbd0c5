import { env } from './env'

/**
 * A key and the one before it: new things are made with the current one alone, and what the previous
 * one made still counts. Where several instances are given a new key one after the other, the
 * previous one may also be the one to come.
 */
export interface KeyRing<T> {
  readonly current: T
  readonly previous: T | null
}

/** The keys in the order in which they are tried. */
export function keysOf<T>({ current, previous }: KeyRing<T>): readonly T[] {
  return previous === null ? [current] : [current, previous]
}

/** The keys under which secrets are sealed in the database, of 32 bytes each. */
export function encryptionKeys(): KeyRing<Uint8Array> {
  const { PAYDESK_ENCRYPTION_KEY: current, PAYDESK_ENCRYPTION_KEY_PREVIOUS: previous } = env()
  return { current, previous }
}

/** The secrets that protect the session cookie. */
export function sessionSecrets(): KeyRing<string> {
  const { NEXTAUTH_SECRET: current, NEXTAUTH_SECRET_PREVIOUS: previous } = env()
  return { current, previous }
}
