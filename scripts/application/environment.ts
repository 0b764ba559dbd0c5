import { randomBytes } from 'node:crypto'

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
    NEXT_TELEMETRY_DISABLED: '1',
  }
}
