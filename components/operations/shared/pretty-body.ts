const TOKENS = /"(?:\\.|[^"\\])*"|[{}[\],:]|[^\s{}[\],:"]+/g

/** A body for reading: JSON is indented, but every figure and word stays as it was sent. */
export function prettyBody(text: string): string {
  if (!isJson(text)) return text
  const tokens = text.match(TOKENS) ?? []
  let depth = 0
  const line = () => `\n${'  '.repeat(depth)}`
  return tokens.reduce((written, token, position) => {
    const closesEmpty = isClosing(token) && isOpening(tokens[position - 1])
    if (isClosing(token)) depth -= 1
    if (isClosing(token)) return `${written}${closesEmpty ? '' : line()}${token}`
    if (isOpening(token)) depth += 1
    if (isOpening(token) && !isClosing(tokens[position + 1])) return `${written}${token}${line()}`
    if (token === ',') return `${written},${line()}`
    return `${written}${token}${token === ':' ? ' ' : ''}`
  }, '')
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function isOpening(token: string | undefined): boolean {
  return token === '{' || token === '['
}

function isClosing(token: string | undefined): boolean {
  return token === '}' || token === ']'
}
