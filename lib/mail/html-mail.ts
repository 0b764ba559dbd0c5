import type { Locale } from '@/lib/domain/access/person-settings'

interface HtmlMail {
  readonly language: Locale
  readonly subject: string
  /** The body, escaped. */
  readonly html: string
}

/** The HTML form of a mail around its body. */
export function htmlMail({ language, subject, html }: HtmlMail): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="font-family: sans-serif; line-height: 1.5">
${html}
</body>
</html>
`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text as HTML shows it. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}
