import { z } from 'zod'
import { operationSchema, type BamboraOperation } from '../schema'

/** Deeper than any history: an authorization, its captures, their credits. */
const DEEPEST = 20

export type Operations =
  | { readonly ok: true; readonly operations: readonly BamboraOperation[] }
  | { readonly ok: false; readonly problem: string }

/** The operation tree of an answer as a flat list, oldest first (fact sheet §6.2). */
export function readOperations(body: unknown): Operations {
  const found: unknown[] = []
  collect(body, found, 0)
  const parsed = z.array(operationSchema).safeParse(found)
  if (!parsed.success) return { ok: false, problem: 'an operation could not be read' }
  const operations = parsed.data.toSorted((one, other) => timeOf(one) - timeOf(other))
  return { ok: true, operations }
}

/** Depth first; a bare object instead of a list counts as a list of one. */
function collect(parent: unknown, found: unknown[], depth: number): void {
  if (typeof parent !== 'object' || parent === null || depth > DEEPEST) return
  if (!('transactionoperations' in parent)) return
  const children = parent.transactionoperations
  for (const child of Array.isArray(children) ? (children as unknown[]) : [children]) {
    if (child === null || child === undefined) continue
    found.push(child)
    collect(child, found, depth + 1)
  }
}

function timeOf(operation: BamboraOperation): number {
  return new Date(operation.createddate).getTime()
}
