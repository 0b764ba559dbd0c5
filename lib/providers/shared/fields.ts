import { z } from 'zod'
import { LIMITS } from '@/lib/config/limits'
import type { PaymentDetail } from '@/lib/domain/payment/transaction-snapshot'

/**
 * The readers of all providers' fields, so that null, blank, a number for a text and a time without
 * a zone mean the same everywhere. `shown…` are for what only people read: whatever can't be read
 * is absent. `optional(…)` is for what decides about money: it may be absent, but what is there must
 * be right. Everything else is required.
 */

const { providerText } = LIMITS

/** A field that may be missing, null or blank; what is there must be right. */
export function optional<Field extends z.ZodType>(field: Field) {
  return z.preprocess((value) => (isBlank(value) ? undefined : value), field.optional())
}

function isBlank(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '')
}

/** A field that may be missing or null, and is absent too where it can't be read. */
export function shown<Field extends z.ZodType>(field: Field) {
  return field.optional().catch(undefined)
}

/** A list that may be missing or null; what is in it must be right. */
export function optionalList<Entry extends z.ZodType>(entry: Entry) {
  return optional(z.array(entry))
}

/** An object of which everything is only shown. */
export function shownObject<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return shown(z.object(shape))
}

/**
 * A text of a provider as people can read it, or undefined where it is blank. A number counts as its
 * text. Line breaks and other control characters become spaces; characters that only change how
 * others look or run are left out, but for the joiners that scripts and emoji need. A text that is
 * too long ends with an ellipsis.
 */
export function readText(value: unknown, most: number = providerText.usual): string | undefined {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string') return undefined
  const visible = text
    .slice(0, LOOKED_AT * most)
    .toWellFormed()
    .replaceAll(CONTROLS, ' ')
    .replaceAll(FORMATS, '')
    .trim()
  if (visible === '') return undefined
  const isCut = text.length > LOOKED_AT * most
  if (!isCut && visible.length <= most) return visible
  const characters = [...visible]
  if (!isCut && characters.length <= most) return visible
  return `${characters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`
}

/** So many times the characters that are kept are looked at, for some of them are left out. */
const LOOKED_AT = 4
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu
const FORMATS =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu

const writtenText = z.union([z.string(), z.number()])

function textUpTo(most: number) {
  return shown(writtenText.transform((value) => readText(value, most)))
}

/** A name, address, description or word that people read. */
export const shownText = textUpTo(providerText.usual)

/** The merchant's name of an order, payment or operation, which people search for. */
export const shownReference = textUpTo(providerText.reference)

/** An explanation that people read. */
export const shownExplanation = textUpTo(providerText.long)

/** A word that must be there, such as a payment type. */
export const word = writtenText.transform((value) => readText(value)).pipe(z.string())

/**
 * An id as the provider writes it: a text, or a whole number that counts as its digits. It is never
 * shortened or cleaned, since another text would name something else.
 */
export const id = z.union([z.string(), z.int().nonnegative().transform(String)]).pipe(
  z
    .string()
    .max(providerText.id)
    .regex(/^(?=.*\S)\P{Cc}+$/u, 'is no id'),
)

/** The id of something that can do without one. */
export const shownId = shown(id)

/** Minor units of money; a safe whole number. */
export const amount = z.int()

/** Minor units that are only shown. */
export const shownAmount = shown(amount)

/** A number that is only shown, such as a VAT rate. */
export const shownNumber = shown(z.number())

/** A currency's code of ISO 4217. */
export const currencyCode = z.string().regex(/^[A-Z]{3}$/)

const TIME =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(?:Z|([+-]\d\d):?(\d\d)?)?)?$/i
/** The beginning of time in more than one system, where it says that a time isn't known. */
const EARLIEST_MS = Date.UTC(1970, 0, 2)
const LATEST_MS = Date.UTC(10_000, 0, 1)

/** The point in time of a text in a form of ISO 8601; without a zone it is universal time. */
export function readTime(value: unknown): Date | undefined {
  if (typeof value !== 'string') return undefined
  const [, day, time = '00:00', zoneHours, zoneMinutes = '00'] = TIME.exec(value.trim()) ?? []
  if (day === undefined) return undefined
  const zone = zoneHours === undefined ? 'Z' : `${zoneHours}:${zoneMinutes}`
  const at = new Date(`${day}T${time}${zone}`)
  return at.getTime() >= EARLIEST_MS && at.getTime() < LATEST_MS ? at : undefined
}

/** A point in time that is only shown; absent where it can't be read. */
export const shownTime = shown(z.string().transform(readTime))

/** Any facts of a provider under its own names. */
export const shownFacts = shown(z.record(z.string(), z.unknown()))

/** The first thing that is wrong with an entry, with its place. */
export function describeFirstIssue({ issues: [issue] }: z.ZodError): string {
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`
}

/** The id of an entry that could not be read; null when it has none. */
export function idOf(entry: unknown): string | null {
  if (typeof entry !== 'object' || entry === null || !('id' in entry)) return null
  return id.safeParse(entry.id).data ?? null
}

/** Stands for a provider's word that is not there but has to be shown, such as its status. */
export const NOT_GIVEN = '–'

/** Those of the details that the provider reports. */
export function pickPresentDetails(
  facts: readonly (readonly [label: string, value: string | null | undefined])[],
): readonly PaymentDetail[] {
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}
