/**
 * Utilities by name, or by what their names begin with (then with a dash at the end), and what these
 * set; without it, the property of that name. What is missing here sets nothing that others set too.
 */
const TABLE: readonly (readonly [names: string, properties?: string])[] = [
  ['size-', 'w- h-'],
  ['p-', 'pt- pr- pb- pl-'],
  ['px-', 'pr- pl-'],
  ['py-', 'pt- pb-'],
  ['m-', 'mt- mr- mb- ml-'],
  ['mx-', 'mr- ml-'],
  ['my-', 'mt- mb-'],
  ['inset-', 'top- right- bottom- left-'],
  ['inset-x-', 'right- left-'],
  ['inset-y-', 'top- bottom-'],
  ['gap-', 'gap-x- gap-y-'],
  ['border border-0 border-2', 'bt br bb bl'],
  ['border-y', 'bt bb'],
  ['border-t border-t-0', 'bt'],
  ['border-b border-b-0 border-b-2', 'bb'],
  ['border-l border-l-2', 'bl'],
  ['border-dashed', 'border-style'],
  ['rounded rounded-', 'radius-t radius-b'],
  ['rounded-t-', 'radius-t'],
  ['block flex grid hidden inline inline-block inline-flex inline-grid table', 'display'],
  ['static relative absolute fixed sticky', 'position'],
  ['visible invisible', 'visibility'],
  ['text-xs text-sm text-base text-lg text-xl text-2xl text-3xl', 'font-size leading-'],
  ['text-left text-center text-right', 'text-align'],
  ['text-pretty', 'text-wrap'],
  ['truncate text-ellipsis', 'text-overflow'],
  ['font-sans font-mono', 'font-family'],
  ['flex-wrap flex-nowrap', 'flex-wrap'],
  ['flex-1 flex-auto', 'basis- grow shrink'],
  ['shrink shrink-0', 'shrink'],
  ['overflow-', 'overflow-x- overflow-y-'],
  ['outline-1 outline-2', 'outline-width'],
  ['outline-none', 'outline-style'],
  ['ring-1', 'ring-width'],
  ['sr-only not-sr-only', 'sr-only'],
  [
    'w- h- pt- pr- pb- pl- mt- mr- mb- ml- top- right- bottom- left- gap-x- gap-y- border- text- font-',
  ],
  [
    'align- animate- basis- bg- break- col-span- col-start- cursor- fill- grid-cols- grid-rows- items-',
  ],
  [
    'justify- justify-items- justify-self- leading- max-h- max-w- min-h- min-w- opacity- order- outline-',
  ],
  [
    'outline-offset- overflow-x- overflow-y- resize- ring- rotate- row-span- row-start- self- shadow-',
  ],
  ['tracking- transition- underline-offset- whitespace- z-'],
]

const PROPERTIES: ReadonlyMap<string, readonly string[]> = new Map(
  TABLE.flatMap(([names, properties]) =>
    names.split(' ').map((name) => [name, (properties ?? name).split(' ')] as const),
  ),
)

/** Drops classes whose properties are all set by later ones for the same case, such as `lg:hover:`. */
export function mergeClasses(classes: string): string {
  const set = new Set<string>()
  const kept: string[] = []
  for (const name of classes.split(' ').reverse()) {
    const [condition, utility] = splitCondition(name)
    const properties = propertiesOf(utility).map((property) => condition + property)
    if (properties.length > 0 && properties.every((property) => set.has(property))) continue
    for (const property of properties) set.add(property)
    kept.push(name)
  }
  return kept.reverse().join(' ')
}

/** "lg:p-2!" has the condition "lg:!" and the utility "p-2"; a colon in brackets belongs to what is in them. */
function splitCondition(name: string): readonly [condition: string, utility: string] {
  const bare = name.endsWith('!') ? name.slice(0, -1) : name
  const colons = /^(?:[^:[(]|\[[^\]]*\]|\([^)]*\))*:/
  let start = 0
  for (let found = colons.exec(bare); found !== null; found = colons.exec(bare.slice(start))) {
    start += found[0].length
  }
  return [bare.slice(0, start) + (bare === name ? '' : '!'), bare.slice(start)]
}

/** By the whole name, else by the longest beginning of it that the table has. */
function propertiesOf(utility: string): readonly string[] {
  const name = utility.startsWith('-') ? utility.slice(1) : utility
  let found = PROPERTIES.get(name)
  let end = name.length
  while (found === undefined && end > 0) {
    end = name.lastIndexOf('-', end - 1)
    found = PROPERTIES.get(name.slice(0, end + 1))
  }
  return found ?? []
}
