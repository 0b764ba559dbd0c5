import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'

const FOLDER = path.join(import.meta.dirname, 'migrations', 'meta')
const snapshot = z.object({ id: z.string(), prevId: z.string() })

it('snapshots of the schema: each follows the one before it, so that the next change can be generated', () => {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('_snapshot.json'))
  const snapshots = names
    .toSorted()
    .map((name) => snapshot.parse(JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8'))))
  expect(snapshots.length).toBeGreaterThan(1)
  expect(snapshots.slice(1).map(({ prevId }) => prevId)).toEqual(
    snapshots.slice(0, -1).map(({ id }) => id),
  )
})
