import type { Statement } from './statements'

/** What happens to a statement. "Before" and "after" mean: the server carried it out. */
export type DatabaseAction =
  | 'drop-before'
  | 'drop-after'
  | 'freeze-before'
  | 'freeze-after'
  | 'hang-before'
  | 'hang-after'
  | 'late'
  | 'deadlock'

/** A statement that stands still until it is let go, or until its instance is dead. */
export interface Frozen {
  /** The place of the instance that sent it. */
  readonly place: number
  readonly release: () => void
}

export interface DatabaseRule {
  readonly statement: Statement
  /** A text among the parameters: an operation's id, or a payment's. */
  readonly key: string
  readonly action: DatabaseAction
  readonly onHit: (frozen: Frozen) => void
}

/** Rules that wait for their statement; each hits once. */
export class DatabaseRules {
  readonly #rules = new Set<DatabaseRule>()

  /** @returns a function that takes the rule back */
  add(rule: DatabaseRule): () => void {
    this.#rules.add(rule)
    return () => this.#rules.delete(rule)
  }

  waitsFor(statement: Statement): boolean {
    for (const rule of this.#rules) if (rule.statement === statement) return true
    return false
  }

  /** The rule for a statement with these bytes, which is then used up. */
  take(statement: Statement, bytes: Buffer): DatabaseRule | null {
    for (const rule of this.#rules) {
      if (rule.statement !== statement || !bytes.includes(rule.key)) continue
      this.#rules.delete(rule)
      return rule
    }
    return null
  }
}
