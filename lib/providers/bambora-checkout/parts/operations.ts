import { z } from 'zod'
import { describeFirstIssue } from '../../shared/fields'
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
  if (!parsed.success) {
    return { ok: false, problem: `operation ${describeFirstIssue(parsed.error)}` }
  }
  const ids = new Set(parsed.data.map(({ id }) => id))
  if (ids.size < parsed.data.length)
    return { ok: false, problem: 'two operations have the same id' }
  return { ok: true, operations: inOrder(parsed.data) }
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

/** By time; one without a time stays behind the one that the tree has before it. */
function inOrder(operations: readonly BamboraOperation[]): readonly BamboraOperation[] {
  let lastMs = -Infinity
  const timed = operations.map((operation) => {
    lastMs = operation.createddate?.getTime() ?? lastMs
    return { operation, atMs: lastMs }
  })
  return timed.toSorted((one, other) => compare(one.atMs, other.atMs)).map((one) => one.operation)
}

/** Like a difference, which two infinite numbers do not have. */
function compare(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1
}
