import {
  ACTIONS_WITHOUT_CELLS,
  actionsWithCells,
  PATHS_WITHOUT_CELLS,
  pathsWithCells,
  PERSON_ACTIONS,
  PLAIN_ACTIONS,
  WHOLE,
} from '../support/access-surface'
import { ACTIONS, LOOKS, OWN_ACTIONS, type Row } from '../support/access-rows'
import { actionAnswer, readAnswer, type Answer } from '../support/access-answers'
import { nothing, startAccessWorld, type AccessWorld, type Person } from '../support/access-world'
import { builtActions, builtPaths } from '../support/server-surface'
import { expect, test } from '../support/test'

/** `missing`: answered as for something that does not exist. */
type Cell = 'forbidden' | 'missing' | 'reached'

const TARGETS = ['own', 'foreign', 'random'] as const
type TargetName = (typeof TARGETS)[number]

function sees({ scope }: Person, target: TargetName): boolean {
  if (target === 'random') return false
  return scope === 'all' || scope === 'both' || scope === target
}

function expectedCell(row: Row, person: Person, target: TargetName): Cell {
  if (!row.roles.split(' ').includes(person.role)) return 'forbidden'
  const reaches = (row.reaching ?? row.roles).split(' ').includes(person.role)
  const isThere = row.isOfAll === true ? target !== 'random' : sees(person, target)
  return reaches && isThere ? 'reached' : 'missing'
}

/** Asks about each target; what is answered as for the random one is missing. */
async function cellsOf(row: Row, person: Person, world: AccessWorld): Promise<readonly Cell[]> {
  const answers: Answer[] = []
  for (const name of TARGETS) answers.push(await row.ask(person, world.targets[name]))
  const missing = answers.at(-1)
  return answers.map((answer) => {
    if (answer.isForbidden) return 'forbidden'
    return answer.text === missing?.text && answer.status === missing.status ? 'missing' : 'reached'
  })
}

/** The cells that are not as expected, and the number of all. */
class Matrix {
  readonly wrong: string[] = []
  count = 0

  constructor(private readonly world: AccessWorld) {}

  /** What a person meets and is told without changing anything. */
  async look(person: Person): Promise<void> {
    const { targets } = this.world
    for (const [path, roles] of WHOLE) {
      const { body } = await readAnswer(person, path, targets.random)
      for (const name of ['own', 'foreign'] as const) {
        const isShown = roles.split(' ').includes(person.role) && sees(person, name)
        this.check(person, `${path} shows ${name}`, body.includes(targets[name].word), isShown)
      }
    }
    for (const of of ['own', 'foreign'] as const) {
      const path = `/settings/people/${targets[of].personId}`
      const { body } = await readAnswer(person, path, targets.random)
      for (const name of ['own', 'foreign'] as const) {
        // The page has the names of all connections that its reader sees, and of no others.
        const isShown = person.role === 'admin' && sees(person, name)
        this.check(
          person,
          `person of ${of} shows ${name}`,
          body.includes(targets[name].word),
          isShown,
        )
      }
    }
    await this.checkRows(person, LOOKS)
  }

  /** What a person may change. */
  async act(person: Person): Promise<void> {
    await this.checkRows(person, [...ACTIONS, ...OWN_ACTIONS])
    for (const [name, more] of PERSON_ACTIONS) {
      for (const of of TARGETS) {
        const target = this.world.targets[of]
        const input = { personId: target.personId, ...more }
        const { code } = await actionAnswer(person, name, input, target)
        this.check(person, `${name} of ${of}`, code, personCode(person, of))
      }
    }
    for (const [name, input, roles, ofAll, ofSome] of PLAIN_ACTIONS) {
      const { text } = await actionAnswer(person, name, input, this.world.targets.random)
      const isPermitted = roles.split(' ').includes(person.role)
      const may = person.scope === 'all' ? ofAll : ofSome
      const expected = isPermitted ? may : '"code":"not_permitted"'
      this.check(person, name, text.includes(expected) ? expected : text, expected)
    }
  }

  private async checkRows(person: Person, rows: readonly Row[]): Promise<void> {
    for (const row of rows) {
      const cells = await cellsOf(row, person, this.world)
      for (const [number, name] of TARGETS.entries()) {
        const expected = expectedCell(row, person, name)
        this.check(person, `${row.name} of ${name}`, cells[number], expected)
      }
    }
  }

  private check({ role, scope }: Person, name: string, actual: unknown, expected: unknown): void {
    this.count += 1
    if (actual === expected) return
    this.wrong.push(`${role} ${scope}: ${name}: ${String(actual)}, not ${String(expected)}`)
  }
}

function personCode(person: Person, target: TargetName): string {
  if (person.role !== 'admin') return 'not_permitted'
  if (target === 'random') return 'unknown_person'
  return sees(person, target) ? 'ok' : 'person_above_own'
}

async function expectMatrix(
  wanted: (person: Pick<Person, 'role' | 'scope'>) => boolean,
  least: number,
) {
  const world = await startAccessWorld(wanted)
  try {
    const matrix = new Matrix(world)
    for (const person of world.people) await matrix.look(person)
    // A decision settles an operation: it is made when all have looked.
    for (const person of world.people) {
      await matrix.act(person)
      await world.restore()
    }
    const { wrong, count } = matrix
    console.log(`access matrix: ${count} cells, ${wrong.length} not as expected`)
    expect(wrong).toEqual([])
    expect(count).toBeGreaterThanOrEqual(least)
  } finally {
    await world.stop()
  }
}

test('access matrix: every action, page and route has its cells, or a reason why not', () => {
  const names = builtActions().map(({ name }) => name)
  const known = new Set([...actionsWithCells(), ...Object.keys(ACTIONS_WITHOUT_CELLS)])
  expect(names.toSorted()).toEqual([...known].toSorted())
  const paths = builtPaths()
  const covered = [...pathsWithCells(paths, nothing()), ...Object.keys(PATHS_WITHOUT_CELLS)]
  expect(paths.toSorted()).toEqual(covered.toSorted())
})

test('access matrix: a sample of roles and scopes leaks nothing', async () => {
  test.slow()
  const sample = ['support foreign', 'admin own']
  await expectMatrix(({ role, scope }) => sample.includes(`${role} ${scope}`), 470)
})

test('access matrix: all roles and scopes leak nothing @long', async () => {
  test.setTimeout(1_800_000)
  await expectMatrix(() => true, 3_700)
})
