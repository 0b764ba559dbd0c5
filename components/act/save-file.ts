/** Some browsers begin to read it only after a while. */
const REVOKE_AFTER_MS = 60_000

/** A file that the page has: its name, and what is in it. */
interface NamedContent {
  readonly name: string
  readonly content: Blob
}

/** Puts a file where the browser keeps its downloads. */
export function saveFile({ name, content }: NamedContent): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), REVOKE_AFTER_MS)
}
