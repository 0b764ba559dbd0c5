import type { Config } from 'tailwindcss'

/** One meaning of a colour: text and icons, a quiet ground, a solid mark. */
function tone(name: string) {
  return {
    DEFAULT: `var(--${name})`,
    ink: `var(--${name}-ink)`,
    soft: `var(--${name}-soft)`,
    line: `var(--${name}-line)`,
  }
}

/** The design tokens. Their values for light and dark stand in app/globals.css. */
const config: Config = {
  content: [],
  theme: {
    extend: {
      colors: {
        canvas: 'var(--canvas)',
        surface: 'var(--surface)',
        sunken: 'var(--sunken)',
        line: { DEFAULT: 'var(--line)', strong: 'var(--line-strong)' },
        'field-line': 'var(--field-line)',
        ink: { DEFAULT: 'var(--ink)', soft: 'var(--ink-soft)', faint: 'var(--ink-faint)' },
        accent: {
          DEFAULT: 'var(--accent)',
          strong: 'var(--accent-strong)',
          ink: 'var(--accent-ink)',
          soft: 'var(--accent-soft)',
          line: 'var(--accent-line)',
        },
        'on-accent': 'var(--on-accent)',
        good: tone('good'),
        bad: tone('bad'),
        warn: tone('warn'),
        info: tone('info'),
        back: tone('back'),
        held: 'var(--held)',
        released: 'var(--released)',
      },
      borderRadius: { control: '0.5rem', card: '0.875rem' },
      boxShadow: {
        control: '0 1px 2px 0 var(--shadow)',
        card: '0 1px 2px 0 var(--shadow), 0 1px 3px -1px var(--shadow)',
        dialog: '0 24px 64px -12px var(--shadow-deep), 0 2px 6px var(--shadow)',
      },
      fontFamily: {
        sans: ['var(--font-text)', 'ui-sans-serif', 'system-ui', 'Segoe UI', 'sans-serif'],
      },
    },
  },
}

export default config
