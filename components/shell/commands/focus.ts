const NOT_TYPED_INTO = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'file'])

/** True when a key pressed here is meant as text. */
export function isTypedInto(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !NOT_TYPED_INTO.has(target.type)
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  )
}

/** A dialog has the page to itself. */
export function isDialogOpen(): boolean {
  return document.querySelector('[role=dialog]') !== null
}

/** Puts the focus into the search box of the page; false where it has none. */
export function focusSearch(): boolean {
  const box = document.querySelector<HTMLInputElement>('main [role=search] input[type=search]')
  box?.focus()
  box?.select()
  return box !== null
}

/** True when the focus is in a row of a list. */
export function isInList(): boolean {
  return rowLinks().some((link) => link.closest('tr')?.contains(document.activeElement))
}

/** Moves the focus to the link of the next or previous row; into the list it begins at the top. */
export function focusRow(step: 1 | -1): void {
  const links = rowLinks()
  const at = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement))
  const next = at === -1 ? 0 : Math.min(Math.max(at + step, 0), links.length - 1)
  links[next]?.focus()
}

/** Each row of a list leads somewhere by its first link. */
function rowLinks(): HTMLAnchorElement[] {
  const rows = document.querySelectorAll('main tbody tr')
  return [...rows].flatMap((row) => row.querySelector<HTMLAnchorElement>('a[href]') ?? [])
}
