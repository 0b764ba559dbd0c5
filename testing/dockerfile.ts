/** One line of a Dockerfile, such as `COPY` and what follows it. */
export interface Instruction {
  readonly name: string
  readonly rest: string
}

/** What begins with a FROM: `image` is what it is made from, `label` the name after AS. */
export interface Stage {
  readonly image: string
  readonly label: string | null
  readonly instructions: readonly Instruction[]
}

export interface Copy {
  /** The stage that the files are of; null for the folder that the image is built from. */
  readonly from: string | null
  readonly sources: readonly string[]
  readonly target: string
}

/** Reads as much of a Dockerfile as ours uses: no continued lines, no ONBUILD, no heredocs. */
export function readDockerfile(text: string): readonly Stage[] {
  const stages: (Stage & { instructions: Instruction[] })[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const [, name, rest] = /^([A-Z]+) (.+)$/.exec(line) ?? []
    if (name === undefined || rest === undefined) throw new Error(`not understood: ${line}`)
    if (name === 'FROM') {
      const [image = '', , label = null] = rest.split(' ')
      stages.push({ image, label, instructions: [] })
    } else {
      stages.at(-1)?.instructions.push({ name, rest })
    }
  }
  return stages
}

/** What follows the last instruction of this name in a stage; throws where there is none. */
export function lastOf(stage: Stage, name: string): string {
  const found = stage.instructions.findLast((instruction) => instruction.name === name)
  if (found === undefined) throw new Error(`the stage of ${stage.image} has no ${name}`)
  return found.rest
}

export function copiesOf(stage: Stage): readonly Copy[] {
  return stage.instructions
    .filter(({ name }) => name === 'COPY')
    .map(({ rest }) => {
      const words = rest.split(' ')
      const from = words[0]?.startsWith('--from=') ? words.shift()?.slice('--from='.length) : null
      return { from: from ?? null, sources: words.slice(0, -1), target: words.at(-1) ?? '' }
    })
}

/** The variables that a stage sets. */
export function variablesOf(stage: Stage): Record<string, string> {
  const pairs = stage.instructions
    .filter(({ name }) => name === 'ENV')
    .flatMap(({ rest }) => rest.split(' ').map((pair) => pair.split('=') as [string, string]))
  return Object.fromEntries(pairs)
}

/** A command of the form `["node", "server.js"]`, behind options and CMD where there are some. */
export function commandIn(rest: string): readonly string[] {
  return JSON.parse(rest.slice(rest.indexOf('['))) as string[]
}
