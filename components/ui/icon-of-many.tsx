import type { IconName } from './icon'

/** An icon by reference to `IconSymbols`, which the page has; for what is repeated often. */
export function IconOfMany({ name }: { readonly name: IconName }) {
  return (
    <svg aria-hidden="true" className="icon-of-many">
      <use href={`#i-${name}`} />
    </svg>
  )
}
