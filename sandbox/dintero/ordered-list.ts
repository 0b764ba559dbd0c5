/** The sort key of a list: time first, then id. */
export interface Ordered {
  readonly createdAtMs: number
  readonly id: string
}

const SMALL_BATCH = 64

/** A list kept in ascending order of time and id; cheap to append to and to search. */
export class OrderedList<T extends Ordered> {
  private readonly elements: T[] = []
  private sorted = true

  /** Adds elements in any order. */
  add(elements: readonly T[]): void {
    if (elements.length > SMALL_BATCH) {
      for (const element of elements) this.elements.push(element)
      this.sorted = false
      return
    }
    for (const element of elements) {
      if (this.sorted) this.elements.splice(this.positionOf(element), 0, element)
      else this.elements.push(element)
    }
  }

  /** All elements, oldest first. */
  ascending(): readonly T[] {
    if (!this.sorted) this.elements.sort(compare)
    this.sorted = true
    return this.elements
  }

  /** Index of an element, or the one at which it would be inserted. */
  positionOf(element: Ordered): number {
    const list = this.ascending()
    let low = 0
    let high = list.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const candidate = list[middle]
      if (candidate && compare(candidate, element) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

function compare(left: Ordered, right: Ordered): number {
  if (left.createdAtMs !== right.createdAtMs) return left.createdAtMs - right.createdAtMs
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0
}
