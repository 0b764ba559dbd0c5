/** Lets callers through in groups: once `size` have come, or once the first has waited `waitMs`. */
export class Gate {
  #waiting: (() => void)[] = []
  #timer: NodeJS.Timeout | undefined

  constructor(
    private readonly size: number,
    private readonly waitMs: number,
  ) {}

  enter(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
      if (this.#waiting.length >= this.size) this.#open()
      else this.#timer ??= setTimeout(() => this.#open(), this.waitMs)
    })
  }

  #open(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const group = this.#waiting
    this.#waiting = []
    for (const pass of group) pass()
  }
}
