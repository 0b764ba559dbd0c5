/** The parts of the whole test command, in the order in which they run. */
export const USUAL_PARTS = ['static', 'unit', 'integration', 'e2e', 'faults'] as const
/** Every part, also the one that takes long and rarely breaks: it runs only when it is named. */
export const PARTS = [...USUAL_PARTS, 'accessibility'] as const
export type Part = (typeof PARTS)[number]

export interface TestRequest {
  readonly parts: readonly Part[]
  /** Passed on to the tool that runs the only part. */
  readonly extraArgs: readonly string[]
}

/**
 * Reads the arguments of the test command: nothing or `all`, or one part and arguments for its tool.
 * @throws a sentence on how to use the command
 */
export function parseRequest([first = 'all', ...extraArgs]: readonly string[]): TestRequest {
  const part = PARTS.find((name) => name === first)
  if (part && (part !== 'static' || extraArgs.length === 0)) return { parts: [part], extraArgs }
  if (first === 'all' && extraArgs.length === 0) return { parts: USUAL_PARTS, extraArgs }
  throw new Error(
    'Usage: npm test [-- all | static | unit | integration | e2e | faults | accessibility [args]]',
  )
}
