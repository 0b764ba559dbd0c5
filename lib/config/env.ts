import { z } from 'zod'
import { readDatabaseTls } from './database-tls'
import { isPrivate } from './local-address'
import { parseSender, parseSmtpUrl } from './mail-settings'
import { APPLICATION_SECRETS, withSecretFiles, type Variables } from './secret-files'
import { isWeakSecret } from './weak-secret'

/** The environment of the process is not as it must be; the message holds names and no values. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'
}

const NOT_PRIVATE = 'must begin with https://; http:// is for addresses of this machine only'
const WRONG_LENGTH = 'must be 32 bytes in base64, from `openssl rand -base64 32`'
const WEAK = 'is too easy to guess: take a random one, from `openssl rand -base64 32`'

const origin = z
  .url({ protocol: /^https?$/ })
  .refine(isPrivate, NOT_PRIVATE)
  .transform((text) => new URL(text).origin)

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

function isWithin(value: number, { least, most }: { least: number; most: number }): boolean {
  return value >= least && value <= most
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535
}

/** Below, people would be signed out while they read; above, the end of the session comes first. */
const IDLE_MINUTES = { least: 5, most: 12 * 60, usual: 60 } as const

const idleMinutes = z
  .string()
  .default('')
  .transform((text) => (text === '' ? String(IDLE_MINUTES.usual) : text))
  .refine(
    (text) => /^\d{1,3}$/.test(text) && isWithin(Number(text), IDLE_MINUTES),
    `must be a whole number of minutes from ${IDLE_MINUTES.least} to ${IDLE_MINUTES.most}`,
  )
  .transform(Number)

/** A variable that may be left out: null, else what `parse` makes of it. */
function optional<T>(parse: (text: string) => T | null, error: string) {
  return z
    .string()
    .default('')
    .refine((text) => text === '' || parse(text) !== null, error)
    .transform((text) => (text === '' ? null : parse(text)))
}

const encryptionKey = z
  .string({ error: 'is missing: 32 random bytes in base64, from `openssl rand -base64 32`' })
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((key) => key.length === 32, { error: WRONG_LENGTH, abort: true })
  .refine((key) => !isWeakSecret(key), WEAK)

const sessionSecret = z
  .string({ error: 'is missing: at least 32 random characters, from `openssl rand -base64 32`' })
  .min(32, { error: 'must have at least 32 characters', abort: true })
  .refine((text) => !isWeakSecret(Buffer.from(text)), WEAK)

/** The key that was there before, under the same rules; null when it is left out. */
function previous<T extends z.ZodType>(key: T) {
  return z.preprocess((text) => (text === '' || text === undefined ? null : text), key.nullable())
}

const variables = z.object({
  DATABASE_URL: z
    .string({
      error: 'is missing: the PostgreSQL address, postgres://user:password@host:5432/name',
    })
    .regex(/^postgres(ql)?:\/\/.+/, 'must start with postgres://'),
  PAYDESK_DATABASE_CA: z.string().default(''),
  PAYDESK_ENCRYPTION_KEY: encryptionKey,
  PAYDESK_ENCRYPTION_KEY_PREVIOUS: previous(encryptionKey),
  NEXTAUTH_SECRET: sessionSecret,
  NEXTAUTH_SECRET_PREVIOUS: previous(sessionSecret),
  NEXTAUTH_URL: z
    .url({
      protocol: /^https?$/,
      error:
        'is missing or malformed: the address people open, such as https://paydesk.example.com',
    })
    .refine(isPrivate, NOT_PRIVATE),
  PORT: z
    .string()
    .default('')
    .transform((text) => (text === '' ? '3000' : text))
    .refine(isPort, 'must be a number between 1 and 65535')
    .transform(Number),
  HOST: z
    .string()
    .default('')
    .transform((text) => (text === '' ? '127.0.0.1' : text))
    .refine(
      (text) => /^[\w.:-]+$/.test(text),
      'must be an address of this machine, or 0.0.0.0 for all',
    ),
  PAYDESK_ALLOWED_PROVIDER_ORIGINS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(origin)),
  PAYDESK_SESSION_IDLE_MINUTES: idleMinutes,
  PAYDESK_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text) => (text === '' ? '1' : text))
    .refine((text) => /^(\d|10)$/.test(text), 'must be a whole number from 0 to 10')
    .transform(Number),
  PAYDESK_DRAIN_SECONDS: z
    .string()
    .default('')
    .transform((text) => (text === '' ? '2' : text))
    .refine((text) => /^(\d|1[0-5])$/.test(text), 'must be a whole number from 0 to 15')
    .transform(Number),
  PAYDESK_TIME_ZONE: z
    .string()
    .default('Europe/Oslo')
    .refine(isTimeZone, 'must be the name of a time zone, such as Europe/Oslo'),
  PAYDESK_SMTP_URL: optional(
    parseSmtpUrl,
    'must be the mail server, smtp://user:password@host:587 or smtps://user:password@host:465',
  ),
  PAYDESK_MAIL_FROM: optional(
    parseSender,
    'must be the sender of mails, such as Paydesk <no-reply@example.com>',
  ),
  PAYDESK_LOCAL_WEBHOOKS: z
    .enum(['', 'allowed'])
    .default('')
    .transform((text) => text === 'allowed'),
  PAYDESK_METRICS_TOKEN: optional(
    (text) => (/^[\w.~+/=-]{24,200}$/.test(text) ? text : null),
    'must have 24 to 200 letters, digits and signs of base64: `openssl rand -base64 32`',
  ),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

const schema = variables
  .refine(
    ({ PAYDESK_SMTP_URL: server, PAYDESK_MAIL_FROM: sender }) =>
      (server === null) === (sender === null),
    { error: 'and PAYDESK_SMTP_URL go together: set both or none', path: ['PAYDESK_MAIL_FROM'] },
  )
  .superRefine(({ DATABASE_URL: url, PAYDESK_DATABASE_CA: caFile }, context) => {
    try {
      readDatabaseTls(url, caFile || undefined)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      context.addIssue({ code: 'custom', path: [], message })
    }
  })

export type Env = z.infer<typeof schema>

/**
 * Reads and checks the environment, and the files that hold its secrets. Throws one error that names
 * every missing or malformed variable at once; values never appear in it.
 */
export function parseEnv(source: Variables): Env {
  const { values, problems } = withSecretFiles(source, APPLICATION_SECRETS)
  const parsed = schema.safeParse(values)
  if (parsed.success && problems.size === 0) return parsed.data
  const issues = parsed.error?.issues ?? []
  const lines = issues
    .filter((issue) => !problems.has(String(issue.path[0])))
    .map((issue) => `${issue.path.join('.')} ${issue.message}`.trim())
  throw incomplete([...problems.values(), ...lines])
}

function incomplete(lines: readonly string[]): EnvironmentError {
  const list = [...new Set(lines)].map((line) => `  ${line}`).join('\n')
  return new EnvironmentError(`The environment is not complete. See .env.example.\n${list}`)
}

/**
 * These secrets of the environment, each from its variable or its file, for commands that need no
 * more of it; undefined where there is neither. Throws as `parseEnv` when a file cannot be used.
 */
export function readSecrets<Name extends string>(
  names: readonly Name[],
): Readonly<Record<Name, string | undefined>> {
  const { values, problems } = withSecretFiles(process.env, names)
  if (problems.size > 0) throw incomplete([...problems.values()])
  return Object.fromEntries(names.map((name) => [name, values[name]])) as Record<
    Name,
    string | undefined
  >
}

let cached: Env | undefined

/** The environment of this process, checked at the first use. */
export function env(): Env {
  cached ??= parseEnv(process.env)
  return cached
}

/** Has the next use read the environment again; for a process whose variables have changed since. */
export function forgetEnv(): void {
  cached = undefined
}

/** Minutes without use after which a session ends. Throws when they are not as they must be. */
export function sessionIdleMinutes(): number {
  const parsed = idleMinutes.safeParse(process.env.PAYDESK_SESSION_IDLE_MINUTES)
  if (parsed.success) return parsed.data
  throw new EnvironmentError(
    `PAYDESK_SESSION_IDLE_MINUTES ${parsed.error.issues[0]?.message ?? 'is malformed'}`,
  )
}

/** The path of PAYDESK_DATABASE_CA; undefined when it is not set. */
export function databaseCaFile(): string | undefined {
  return process.env.PAYDESK_DATABASE_CA || undefined
}

/** The JSON text of PAYDESK_LIMITS, which `limits.ts` checks. */
export function limitsText(): string | undefined {
  return process.env.PAYDESK_LIMITS
}
