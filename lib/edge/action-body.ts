const MULTIPART = /^multipart\/form-data; *boundary=[\w'()+,./:=?"-]{1,80}$/
/** Prefixes by which React names the action of a form without scripts. */
const ACTION_MARK = /^\$ACTION_(ID|REF)_\w+$/
/**
 * React's notation for plain values that JSON has not; other `$` prefixes refer to parts that are
 * not there.
 */
const PLAIN_MARK = /^\$(?:\$|undefined$|NaN$|-?Infinity$|-0$|D|n-?\d{1,30}$)/
/** A form among the arguments. */
const FORM_MARK = /^\$K[0-9a-f]{1,4}$/
/** Nothing that an action takes is nested deeper. */
const MOST_DEPTH = 20

/** True when a body is a form without scripts that names an action. */
export async function isActionForm(body: Buffer, type: string): Promise<boolean> {
  const form = await readForm(body, type)
  return form !== null && [...form.keys()].some((name) => ACTION_MARK.test(name))
}

/** True when a body is the arguments of an action with a form among them. */
export async function isFormAction(body: Buffer, type: string): Promise<boolean> {
  const root = (await readForm(body, type))?.get('0')
  return typeof root === 'string' && isArguments(root, (mark) => FORM_MARK.test(mark))
}

/**
 * True when a text is the arguments of an action: an array of plain values as React writes them.
 */
export function isActionText(text: string): boolean {
  return isArguments(text, () => false)
}

async function readForm(body: Buffer, type: string): Promise<FormData | null> {
  if (!MULTIPART.test(type)) return null
  try {
    const headers = { 'content-type': type }
    return await new Response(new Uint8Array(body), { headers }).formData()
  } catch {
    return null
  }
}

function isArguments(text: string, mayAlso: (mark: string) => boolean): boolean {
  try {
    const root: unknown = JSON.parse(text)
    return Array.isArray(root) && isPlain(root, mayAlso, 0)
  } catch {
    return false
  }
}

function isPlain(value: unknown, mayAlso: (mark: string) => boolean, depth: number): boolean {
  if (typeof value === 'string') {
    return !value.startsWith('$') || PLAIN_MARK.test(value) || mayAlso(value)
  }
  if (typeof value !== 'object' || value === null) return true
  if (depth === MOST_DEPTH) return false
  return Object.values(value).every((inner) => isPlain(inner, mayAlso, depth + 1))
}
