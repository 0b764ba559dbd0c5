import type { Statement } from './statements'

/** Action on a statement, before or after the server has executed it. */
export type DatabaseAction =
  | 'drop-before'
  | 'drop-after'
  | 'freeze-before'
  | 'freeze-after'
  | 'hang-before'
  | 'hang-after'
  | 'late'
  | 'deadlock'

/** A statement that is held until it is released, or until its instance is dead. */
export interface Frozen {
  /** Index of the instance that sent it. */
  readonly instanceIndex: number
  readonly release: () => void
}

export interface DatabaseRule {
  readonly statement: Statement
  /** Text among the parameters: the id of an operation or of a payment. */
  readonly key: string
  readonly action: DatabaseAction
  readonly onHit: (frozen: Frozen) => void
}

/** Rules for statements; each applies once. */
export class DatabaseRules {
  readonly #rules = new Set<DatabaseRule>()

  /** @returns a function that removes the rule */
  add(rule: DatabaseRule): () => void {
    this.#rules.add(rule)
    return () => this.#rules.delete(rule)
  }

  waitsFor(statement: Statement): boolean {
    for (const rule of this.#rules) if (rule.statement === statement) return true
    return false
  }

  /** Returns and removes the rule for a statement with these bytes. */
  take(statement: Statement, bytes: Buffer): DatabaseRule | null {
    for (const rule of this.#rules) {
      if (rule.statement !== statement || !bytes.includes(rule.key)) continue
      this.#rules.delete(rule)
      return rule
    }
    return null
  }
}
