/** A change of one source file, for a tree or an application that lacks something. */
export interface SourceChange {
  /** Below the project folder. */
  readonly file: string
  readonly find: string
  readonly replace: string
}

/**
 * The text of a source file after a change.
 * @throws when the text that should be changed is not found, or more than once
 */
export function applyChange(text: string, { file, find, replace }: SourceChange): string {
  const parts = text.split(find)
  if (parts.length !== 2) {
    throw new Error(`${file} holds the text to change ${parts.length - 1} times: ${find}`)
  }
  return parts.join(replace)
}
