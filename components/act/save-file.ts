import type { NamedFile } from '@/components/query/read-file'

/** Some browsers begin to read it only after a while. */
const REVOKE_AFTER_MS = 60_000

/** Puts a file where the browser keeps its downloads. */
export function saveFile({ name, content }: NamedFile): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), REVOKE_AFTER_MS)
}
