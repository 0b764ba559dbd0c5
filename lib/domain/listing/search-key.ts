const BACKTICKS = /[\u0060\u00b4\u2018\u2019\u201b\u02bc\u2032\uff40]/g
const INVISIBLE =
  /[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]/g
const DASHES = /[\u02d7\u2010-\u2015\u2043\u2212]/g
const BLANKS = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g

/**
 * A text as a screen shows it: characters that take no room are left out; full-width forms,
 * unbreakable hyphens and blanks, dashes and typographic apostrophes are the plain ones; runs of
 * blanks are one. NUL, which no database stores, is a blank.
 */
export function visibleText(text: string): string {
  return text
    .replaceAll('\0', ' ')
    .replace(BACKTICKS, "'")
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(DASHES, '-')
    .replace(BLANKS, ' ')
    .replace(/^ | $/g, '')
}

/** The same as the SQL function `search_key`: what looks the same, but for its case, is equal. */
export function searchKey(text: string): string {
  return visibleText(text).toLowerCase()
}
