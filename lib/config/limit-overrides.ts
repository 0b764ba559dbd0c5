import { EnvironmentError } from './env'

/** The same members with plain numbers in place of literal ones. */
export type Limits<T> = T extends number
  ? number
  : T extends readonly number[]
    ? readonly number[]
    : { readonly [K in keyof T]: Limits<T[K]> }

/**
 * Bounds with some of them replaced by a JSON text such as `{"repair":{"pollMs":50}}`. Throws for
 * a name that is no bound, and for anything that isn't a positive whole number in its place.
 */
export function withOverrides<T extends object>(defaults: T, json: string | undefined): Limits<T> {
  const overrides: unknown = json === undefined || json === '' ? {} : parse(json)
  return merge(defaults, overrides, 'PAYDESK_LIMITS') as Limits<T>
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new EnvironmentError('PAYDESK_LIMITS is not JSON')
  }
}

function merge(value: unknown, override: unknown, path: string): unknown {
  if (override === undefined) return value
  if (Array.isArray(value)) return checked(override, path, isNumberList)
  if (typeof value === 'number') return checked(override, path, isBound)
  if (!isObject(value) || !isObject(override))
    throw new EnvironmentError(`${path} must be an object`)
  const unknownName = Object.keys(override).find((name) => !(name in value))
  if (unknownName !== undefined) throw new EnvironmentError(`${path}.${unknownName} is no bound`)
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      merge(member, override[name], `${path}.${name}`),
    ]),
  )
}

function checked(value: unknown, path: string, isRight: (value: unknown) => boolean): unknown {
  if (!isRight(value)) throw new EnvironmentError(`${path} must be made of positive whole numbers`)
  return value
}

function isBound(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) > 0
}

function isNumberList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isBound)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
