/** One series of an exposition in the text format of Prometheus. */
export interface Series {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

const SERIES = /^([a-z_\d]+)(?:\{(.*)\})? (\S+)$/
const LABEL = /([a-z_]+)="([^"]*)"/g

/** Reads what `/metrics` answers. Throws for a line that is neither a series nor a comment. */
export function parseExposition(text: string): readonly Series[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name, labels = '', value] = SERIES.exec(line) ?? []
      if (name === undefined) throw new Error(`no series: ${line}`)
      return { name, labels: labelsOf(labels), value: Number(value) }
    })
}

function labelsOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(LABEL)].map(([, name = '', value = '']) => [name, value]),
  )
}

/** The value of one series; throws where there is none or more than one. */
export function valueOf(
  series: readonly Series[],
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number {
  const found = series.filter(
    (one) =>
      one.name === name &&
      Object.entries(labels).every(([key, value]) => one.labels[key] === value),
  )
  const [only] = found
  if (only === undefined || found.length > 1) throw new Error(`${found.length} series of ${name}`)
  return only.value
}
