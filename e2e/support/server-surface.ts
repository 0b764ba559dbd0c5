import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { inProject } from '@/scripts/project'

const actionsSchema = z.object({
  node: z.record(z.string(), z.object({ exportedName: z.string(), filename: z.string() })),
})

/** A server action of the production build, with the id by which a browser calls it. */
export interface BuiltAction {
  readonly id: string
  readonly name: string
}

/** Every server action that the production build answers to. */
export function builtActions(): readonly BuiltAction[] {
  const { node } = actionsSchema.parse(readBuilt('server', 'server-reference-manifest.json'))
  return Object.entries(node).map(([id, { exportedName }]) => ({ id, name: exportedName }))
}

/** The path of every page and route of the production build, as `/transactions/[id]`. */
export function builtPaths(): readonly string[] {
  const paths = z.record(z.string(), z.string()).parse(readBuilt('app-path-routes-manifest.json'))
  return Object.values(paths)
}

/** Those of its API routes. */
export function builtRoutes(): readonly string[] {
  return builtPaths().filter((path) => path.startsWith('/api/'))
}

function readBuilt(...names: readonly string[]): unknown {
  return JSON.parse(readFileSync(inProject('.next', ...names), 'utf8'))
}
