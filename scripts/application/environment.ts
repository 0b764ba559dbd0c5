import { randomBytes } from 'node:crypto'
import { APPLICATION_SECRETS } from '@/lib/config/secret-files'

export interface AppSettings {
  readonly databaseUrl: string
  /** 32 bytes in base64. */
  readonly encryptionKey: string
  readonly authSecret: string
  readonly port: number
  readonly sandboxUrl: string
  readonly logLevel: string
}

/** A fresh random secret of 32 bytes in base64. */
export function randomSecret(): string {
  return randomBytes(32).toString('base64')
}

/** What else might bring a secret from around: empty variables are as none. */
const NOTHING_ELSE = Object.fromEntries(
  [
    'PAYDESK_ENCRYPTION_KEY_PREVIOUS',
    'NEXTAUTH_SECRET_PREVIOUS',
    ...APPLICATION_SECRETS.map((name) => `${name}_FILE`),
  ].map((name) => [name, '']),
)

/** The variables with which the application runs against the sandbox. */
export function appEnvironment(settings: AppSettings): Record<string, string> {
  return {
    DATABASE_URL: settings.databaseUrl,
    PAYDESK_ENCRYPTION_KEY: settings.encryptionKey,
    PAYDESK_ALLOWED_PROVIDER_ORIGINS: new URL(settings.sandboxUrl).origin,
    NEXTAUTH_SECRET: settings.authSecret,
    NEXTAUTH_URL: `http://localhost:${settings.port}`,
    PORT: String(settings.port),
    LOG_LEVEL: settings.logLevel,
    // No load balancer stands before it.
    PAYDESK_DRAIN_SECONDS: '0',
    NEXT_TELEMETRY_DISABLED: '1',
    ...NOTHING_ELSE,
  }
}
