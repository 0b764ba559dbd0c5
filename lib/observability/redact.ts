const HIDDEN = '[hidden]'
/** Deeper than anything worth logging; ends cycles too. */
const DEPTH = 6

/** Parts of keys, without case and separators, whose values never reach a log. */
const SECRET_KEYS =
  /password|passphrase|secret|token|authorization|cookie|apikey|privatekey|credential|ciphertext|csrf|email|phone|mobile|address|firstname|lastname|fullname|customername|cardnumber|iban|birth|^pan$|^ip$|^street|^postal|^params$|^parameters$/

/** Secrets and personal data that sit inside text. */
const SECRET_TEXTS: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+[\w+/=.~-]+/gi, `$1 ${HIDDEN}`],
  [/\/\/[^\s/@]{1,300}@/g, `//${HIDDEN}@`],
  [/[^\s@<>"'(:=,]{1,64}@[^\s@<>"'),;]{1,250}\.[a-z]{2,}/gi, HIDDEN],
  [/\nparams: [\s\S]*/g, ''],
  [/(\/[^\s?"'<>]*)\?[^\s"'<>]+/g, `$1?${HIDDEN}`],
]

/** A copy that is safe to log: values of telling keys hidden, text scrubbed, errors cut down. */
export function redact(value: unknown, depth = DEPTH): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (depth === 0) return '[deeper]'
  if (value instanceof Error) return redactError(value, depth)
  if (ArrayBuffer.isView(value)) return HIDDEN
  if (Array.isArray(value)) return value.map((item) => redact(item, depth - 1))
  return redactFields(value, depth)
}

/** Text without bearer tokens, passwords in addresses, e-mail addresses, queries and their values. */
function redactText(text: string): string {
  return SECRET_TEXTS.reduce((rest, [pattern, put]) => rest.replace(pattern, put), text)
}

function redactFields(value: object, depth: number): Record<string, unknown> {
  const fields = Object.entries(value).map(([key, field]): [string, unknown] => {
    const isSecret = SECRET_KEYS.test(key.toLowerCase().replace(/[-_.]/g, ''))
    return [key, isSecret && field !== null ? HIDDEN : redact(field, depth - 1)]
  })
  return Object.fromEntries(fields)
}

/** Fields that are kept of a driver's error, and the driver's names for them. */
const ERROR_FACTS = {
  code: 'code',
  constraint: 'constraint_name',
  table: 'table_name',
  column: 'column_name',
  digest: 'digest',
} as const

/** A driver's error also carries the row and the parameters: only named fields are kept. */
function redactError(error: Error, depth: number): Record<string, unknown> {
  const facts = Object.entries(ERROR_FACTS)
    .map(([name, field]): [string, unknown] => [name, Reflect.get(error, field)])
    .filter(([, value]) => typeof value === 'string')
  return {
    type: error.name,
    message: redactText(error.message),
    ...Object.fromEntries(facts),
    at: callSites(error),
    ...(error.cause !== undefined && { cause: redact(error.cause, depth - 1) }),
  }
}

/** The stack begins with the message, which can hold lines that look like calls. */
function callSites({ stack, message }: Error): string[] | undefined {
  const start = stack?.indexOf(message) ?? -1
  return stack
    ?.slice(start === -1 ? 0 : start + message.length)
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 12)
}
