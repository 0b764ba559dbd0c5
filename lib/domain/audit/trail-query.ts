import { isUuid } from '@/lib/domain/listing/list-cursor'
import { readDay } from '@/lib/domain/listing/local-day'
import { TRAIL_SUBJECTS, type TrailSubject } from './audit-actions'

/** Where the audit trail is. */
export const TRAIL_PATH = '/audit'

/** The filters and the page in the address of the trail; null is no filter. */
export interface TrailQuery {
  readonly subject: TrailSubject | null
  /** Id of the person who acted. */
  readonly actorId: string | null
  /** What names a payment: its order reference, or an id. */
  readonly payment: string | null
  /** First and last day, as the reader's clock has them. */
  readonly from: string | null
  readonly to: string | null
  /** The end of the page before; null for the first page. */
  readonly after: string | null
}

/** The position of an entry in the trail, the newest first. */
export interface TrailPosition {
  /** ISO 8601, to the microsecond. */
  readonly at: string
  readonly streamId: string
  readonly sequence: number
}

type Params = Readonly<Record<string, string | string[] | undefined>>

const PAYMENT_LENGTH = 200

/** Reads the trail's address. What means nothing is no filter. */
export function readTrailQuery(params: Params): TrailQuery {
  const written = (name: string) => ([params[name] ?? []].flat()[0] ?? '').trim()
  const subject = written('subject')
  const actorId = written('person').toLowerCase()
  const payment = written('payment').replaceAll('\0', '').slice(0, PAYMENT_LENGTH)
  const after = written('after')
  return {
    subject: TRAIL_SUBJECTS.find((known) => known === subject) ?? null,
    actorId: isUuid(actorId) ? actorId : null,
    payment: payment === '' ? null : payment,
    from: readDay(written('from')),
    to: readDay(written('to')),
    after: decodeTrailPosition(after) === null ? null : after,
  }
}

/** Writes the query string of the trail, without the `?`; reading it gives the same query. */
export function writeTrailQuery(query: TrailQuery): string {
  const parts: Readonly<Record<string, string | null>> = {
    subject: query.subject,
    person: query.actorId,
    payment: query.payment,
    from: query.from,
    to: query.to,
    after: query.after,
  }
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(parts)) if (value !== null) params.set(name, value)
  return params.toString()
}

/** The address of a trail. Any change but turning the page starts at the first page. */
export function trailHref(query: TrailQuery, change: Partial<TrailQuery> = {}): string {
  const written = writeTrailQuery({ ...query, after: null, ...change })
  return written === '' ? TRAIL_PATH : `${TRAIL_PATH}?${written}`
}

/** True when the trail does not show all of it. */
export function isTrailNarrowed(query: TrailQuery): boolean {
  const { subject, actorId, payment, from, to } = query
  return [subject, actorId, payment, from, to].some((part) => part !== null)
}

const POSITION = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z)_([0-9a-f-]{36})_(\d{1,15})$/

/** The text of a position, safe in an address. */
export function encodeTrailPosition({ at, streamId, sequence }: TrailPosition): string {
  return `${at}_${streamId}_${sequence}`
}

/** The position that a text stands for, or null when it stands for none. */
export function decodeTrailPosition(text: string): TrailPosition | null {
  const [, at = '', streamId = '', sequence = ''] = POSITION.exec(text) ?? []
  if (!isUuid(streamId) || Number.isNaN(Date.parse(at))) return null
  return { at, streamId, sequence: Number(sequence) }
}
