import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseEnv } from 'node:util'

/**
 * Reads settings of the form NAME=value; values that the file does not have yet are made and
 * added. The file is readable by its owner only.
 * @param makers for each name that must exist, the function that makes its value
 * @throws when the file exists but cannot be read
 */
export function readOrMakeSettings<Name extends string>(
  file: string,
  makers: Readonly<Record<Name, () => string>>,
): Record<Name, string> {
  const known = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}
  const settings = {} as Record<Name, string>
  let complete = true
  for (const name of Object.keys(makers) as Name[]) {
    const value = known[name]
    complete &&= Boolean(value)
    settings[name] = value || makers[name]()
  }
  if (!complete) writeSettings(file, { ...known, ...settings })
  return settings
}

/** Writes settings as NAME=value lines into a file that only its owner can read. */
function writeSettings(file: string, settings: Readonly<Record<string, string | undefined>>): void {
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value ?? ''}\n`)
  writeFileSync(file, lines.join(''), { mode: 0o600 })
}

/** Takes over the settings of a `.env` file for programs started by hand; real variables win. */
export function loadEnvFile(file: string): void {
  if (existsSync(file)) process.loadEnvFile(file)
}

/** The same for these variables alone. */
export function loadFromEnvFile(file: string, names: readonly string[]): void {
  if (!existsSync(file)) return
  const settings = parseEnv(readFileSync(file, 'utf8'))
  for (const name of names) {
    const value = settings[name]
    if (value !== undefined) process.env[name] ??= value
  }
}
