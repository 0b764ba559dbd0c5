import { appEnvironment, randomSecret } from '@/scripts/application/environment'

/** Sets the variables that the application needs, for tests without a merchant around them. */
export function setTestEnvironment(change: Readonly<Record<string, string>> = {}): void {
  const settings = {
    databaseUrl: 'postgres://127.0.0.1/none',
    sandboxUrl: 'http://127.0.0.1:1',
    encryptionKey: randomSecret(),
    authSecret: randomSecret(),
    port: 3000,
    logLevel: 'silent',
  }
  Object.assign(process.env, appEnvironment(settings), change)
}
