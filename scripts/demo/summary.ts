import type { SignIn } from '../demo-data'

export interface Summary {
  readonly address: string
  readonly sandboxUrl: string
  readonly signIns: readonly SignIn[]
  /** The folder with the data and the logs, as people would type it. */
  readonly folder: string
}

/** The text that the demo prints when everything runs. */
export function summaryText({ address, sandboxUrl, signIns, folder }: Summary): string {
  const width = Math.max(...signIns.map(({ email }) => email.length), 5)
  const passwordWidth = Math.max(...signIns.map(({ password }) => password.length), 8)
  const people = signIns.map(
    ({ email, password, role }) =>
      `${email.padEnd(width)}   ${password.padEnd(passwordWidth)}   ${role}`,
  )
  return box([
    `Paydesk is ready:  ${address}`,
    '',
    'Sign in as:',
    ...people.map((line) => `  ${line}`),
    '',
    `Sandbox of the payment providers:  ${sandboxUrl}`,
    `Data and logs:  ${folder}/  (delete it to start afresh)`,
    'Stop everything with Ctrl-C.',
  ])
}

function box(lines: readonly string[]): string {
  const width = Math.max(...lines.map((line) => line.length))
  const edge = '─'.repeat(width + 4)
  const rows = lines.map((line) => `│  ${line.padEnd(width)}  │`)
  return [`┌${edge}┐`, ...rows, `└${edge}┘`].join('\n')
}
