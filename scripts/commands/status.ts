import { parseArgs } from 'node:util'
import { database } from '@/db/client'
import { findFigures, type ConnectionFigures } from '@/db/queries/health'
import { isFailing, isOverdue, readingsOf, type Reading } from '@/lib/health/figures'
import { en } from '@/messages/en'

/**
 * Prints the figures of the database of DATABASE_URL, as `/metrics` has them, and each connection;
 * `--json` as one JSON object. Ends with 1 when something is overdue.
 */
export async function printStatus(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false } },
  })
  const figures = await findFigures(database())
  const readings = readingsOf(figures)
  console.log(
    values.json
      ? JSON.stringify(asJson(readings, figures.connections), null, 1)
      : [...readings.map(readingLine), ...figures.connections.map(connectionLine)].join('\n'),
  )
  const overdue = readings.filter(isOverdue).map(({ title }) => title)
  if (overdue.length > 0) throw new Error(`Overdue: ${overdue.join('; ')}.`)
}

function asJson(readings: readonly Reading[], connections: readonly ConnectionFigures[]) {
  return {
    readings: readings.map((reading) => {
      const { metric, labels, value, above } = reading
      return { metric, labels, value, above, isOverdue: isOverdue(reading) }
    }),
    connections: connections.map(({ id, name, provider, polledUntil, lagS, fault, faultS }) => {
      const pollLagSeconds = lagS
      return { id, name, provider, polledUntil, pollLagSeconds, fault, faultSeconds: faultS }
    }),
  }
}

function readingLine(reading: Reading): string {
  const { title, above } = reading
  const line = `${title.padEnd(42)} ${valueText(reading, reading.value)}`
  if (above === null || !isOverdue(reading)) return line
  return `${line}   OVERDUE: more than ${valueText(reading, above)}`
}

function valueText({ metric }: Reading, value: number): string {
  return metric.endsWith('_seconds') ? durationText(value) : String(value)
}

function connectionLine(connection: ConnectionFigures): string {
  const { name, provider, polledUntil, lagS, fault, faultS } = connection
  const known =
    polledUntil === null ? 'its list was not read to its end' : `changes known up to ${polledUntil}`
  const due = lagS === 0 ? 'next poll not due yet' : `poll due for ${durationText(lagS)}`
  const line = `Connection ${name} (${provider}): ${known}, ${due}`
  if (fault === null) return line
  const since = `has not worked for ${durationText(faultS)}`
  return `${line}\n  ${isFailing(connection) ? 'OVERDUE: it' : 'It'} ${since}. ${en.connections.faults[fault]}`
}

/** A duration in its two largest units. */
function durationText(seconds: number): string {
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  const minutes = Math.floor(whole / 60)
  if (minutes < 60) return `${minutes} min ${whole % 60} s`
  const hours = Math.floor(minutes / 60)
  return hours < 48
    ? `${hours} h ${minutes % 60} min`
    : `${Math.floor(hours / 24)} days ${hours % 24} h`
}
