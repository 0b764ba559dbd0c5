/** Something that can be done on the page that is open. */
export interface Command {
  /** Where a shortcut has the same name, it runs this. */
  readonly id: string
  readonly name: string
  /** What it does, or why it can't be done now. */
  readonly note: string
  readonly disabled: boolean
  readonly run: () => void
}
