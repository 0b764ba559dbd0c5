import { accessSync, chmodSync, constants, mkdirSync } from 'node:fs'
import path from 'node:path'
import { randomSecret } from '../application/environment'
import { readOrMakeSettings } from '../application/env-file'
import { inProject } from '../project'

/** The folder of the demo's data, secrets and logs. */
const demoFolder = inProject('.paydesk')

/** A file or folder of the demo. */
export function inDemo(...parts: readonly string[]): string {
  return path.join(demoFolder, ...parts)
}

/**
 * Makes the demo's folder. Others may pass through it, because the database may run as another
 * user, but each secret in it is readable by its owner only.
 * @throws when it belongs to another user
 */
export function openDemoFolder(): void {
  mkdirSync(demoFolder, { recursive: true })
  try {
    accessSync(demoFolder, constants.R_OK | constants.W_OK | constants.X_OK)
    chmodSync(demoFolder, 0o711)
  } catch (error) {
    throw new Error(`${demoFolder} belongs to another user. Delete it, or run as that user.`, {
      cause: error,
    })
  }
  for (const name of ['logs', 'sandbox']) mkdirSync(inDemo(name), { recursive: true, mode: 0o700 })
}

/** The demo's secrets, made at the first start and kept from then on. */
export function demoSecrets(): {
  encryptionKey: string
  authSecret: string
  databasePassword: string
} {
  const settings = readOrMakeSettings(inDemo('demo.env'), {
    PAYDESK_ENCRYPTION_KEY: randomSecret,
    NEXTAUTH_SECRET: randomSecret,
    DATABASE_PASSWORD: randomSecret,
  })
  return {
    encryptionKey: settings.PAYDESK_ENCRYPTION_KEY,
    authSecret: settings.NEXTAUTH_SECRET,
    databasePassword: settings.DATABASE_PASSWORD,
  }
}
