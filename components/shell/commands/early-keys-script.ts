/**
 * Collects the shortcuts that are pressed before the page can react; it runs while the page still
 * arrives, with the page's nonce. What a browser would do with `/` and Ctrl-K is held back, and what
 * is typed into a field stays there. It listens before React does, which keeps a key from all others while
 * the page waits for its texts.
 */
export const EARLY_KEYS_SCRIPT = `(() => {
const keys = []
const listen = (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event
  if (altKey || target.closest?.('input, textarea, select, [contenteditable]')) return
  const isPalette = (ctrlKey || metaKey) && key.toLowerCase() === 'k'
  if (!isPalette && (ctrlKey || metaKey || key.length !== 1)) return
  keys.push(new KeyboardEvent(event.type, event))
  if (isPalette || key === '/') event.preventDefault()
}
window.addEventListener('keydown', listen, true)
window.takeEarlyKeys = () => {
  window.removeEventListener('keydown', listen, true)
  return keys.splice(0)
}
})()`
