/** The parts of the test command, in the order in which they run. */
export const PARTS = ['static', 'unit', 'integration', 'e2e', 'faults'] as const
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
  if (first === 'all' && extraArgs.length === 0) return { parts: PARTS, extraArgs }
  throw new Error(
    `Usage: npm test [-- all | static | unit [args] | integration [args] | e2e [args] | faults [args]]`,
  )
}
