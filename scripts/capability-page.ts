import { OPERATION_KINDS, type OperationKind } from '@/lib/domain/operation/operation'
import { deriveStatus, type TransactionPhase } from '@/lib/domain/payment/transaction'
import { methodRules, methodsWithRules } from '@/lib/domain/rules/method-rules'
import { PROVIDERS, type Provider } from '@/lib/domain/provider/provider'
import { capability, type Situation } from '@/lib/domain/rules/capability'
import { PROVIDER_LABELS } from '@/lib/format/labels'
import { en } from '@/messages/en'

interface State {
  readonly name: string
  readonly phase: TransactionPhase
  readonly totals: readonly [
    authorized: number,
    captured: number,
    refunded: number,
    released: number,
  ]
  readonly open?: true
}

const STATES: readonly State[] = [
  { name: 'not paid yet', phase: 'initiated', totals: [0, 0, 0, 0] },
  { name: 'on hold', phase: 'on_hold', totals: [0, 0, 0, 0] },
  { name: 'authorized', phase: 'open', totals: [100, 0, 0, 0] },
  { name: 'partly captured', phase: 'open', totals: [100, 40, 0, 0] },
  { name: 'partly captured, partly refunded', phase: 'open', totals: [100, 40, 10, 0] },
  { name: 'partly captured, rest released', phase: 'open', totals: [100, 40, 0, 60] },
  { name: 'captured', phase: 'open', totals: [100, 100, 0, 0] },
  { name: 'partly refunded', phase: 'open', totals: [100, 100, 30, 0] },
  { name: 'refunded', phase: 'open', totals: [100, 100, 100, 0] },
  { name: 'voided', phase: 'open', totals: [100, 0, 0, 100] },
  { name: 'declined', phase: 'declined', totals: [0, 0, 0, 0] },
  { name: 'failed', phase: 'failed', totals: [0, 0, 0, 0] },
  { name: 'status unknown', phase: 'unknown', totals: [0, 0, 0, 0] },
  { name: 'another operation open', phase: 'open', totals: [100, 40, 0, 0], open: true },
]

const HEADINGS: Readonly<Record<OperationKind, string>> = {
  capture: 'Capture',
  refund: 'Refund',
  void: 'Void',
  update_authorization: 'Change items',
  extend_authorization: 'Extend time',
  charge_again: 'Charge again',
  pay_out: 'Pay out',
  confirm_receipt: 'Confirm transfer',
}

/** What is not measured by what is left of a payment. */
const UNBOUNDED: readonly OperationKind[] = ['update_authorization', 'extend_authorization']

/** The page of the documentation that shows the whole capability table, as Markdown. */
export function capabilityPage(): string {
  const parts = [
    '# What each payment method allows',
    'Made from `lib/domain/rules/capability.ts` by `npm run docs:capabilities`; a test keeps it true. The same table decides on the server and explains on the screen. Amounts are out of 100 authorized; a tick means allowed, up to the amount behind it. Charging again and paying out are shown for a payment that was charged at once and whose card is stored; where a method never has an operation, it has no column.',
    ...PROVIDERS.flatMap(providerPart),
    '## The reasons in words',
    ...Object.entries(en.obstacles).map(([name, words]) => `- **${label(name)}**: ${words}`),
  ]
  return `${parts.join('\n\n').replaceAll('\n\n- ', '\n- ')}\n`
}

function providerPart(provider: Provider): readonly string[] {
  const methods = [...methodsWithRules(provider), 'any other method']
  return [
    `## ${PROVIDER_LABELS[provider]}`,
    ...methods.flatMap((method) => [
      `### ${title(method)}`,
      rulesLine(provider, method),
      table(provider, method),
    ]),
  ]
}

function title(method: string): string {
  return method.endsWith('.') ? `${method}*` : method
}

function rulesLine(provider: Provider, method: string): string {
  const rules = methodRules(provider, exampleOf(method))
  const notes = [
    rules.lines === 'whole_lines' ? 'Lines only whole, as ordered.' : 'Any quantity of a line.',
    rules.linesRequired ? 'Captures and refunds must name lines.' : 'Free amounts are possible.',
    ...(rules.wholeWithoutLines ? ['Everything that is left needs no lines.'] : []),
    ...(rules.capturesWholeOnly ? ['Only captured as a whole.'] : []),
    ...(rules.refundsOneCharge ? ['A refund takes from one capture.'] : []),
  ]
  return notes.join(' ')
}

function table(provider: Provider, method: string): string {
  const kinds = OPERATION_KINDS.filter((kind) => isOffered(kind, provider, method))
  const head = ['State', ...kinds.map((kind) => HEADINGS[kind])]
  const rows = STATES.map((state) => [
    state.name,
    ...kinds.map((kind) => cell(kind, situation(provider, method, state))),
  ])
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

function isOffered(kind: OperationKind, provider: Provider, method: string): boolean {
  return STATES.some((state) => {
    const result = capability(kind, situation(provider, method, state))
    return result.allowed || result.obstacle !== 'not_offered'
  })
}

function cell(kind: OperationKind, payment: Situation): string {
  const result = capability(kind, payment)
  if (!result.allowed) return label(result.obstacle)
  return UNBOUNDED.includes(kind) ? '✓' : `✓ ${result.maxMinor}`
}

function situation(provider: Provider, method: string, state: State): Situation {
  const [authorizedMinor, capturedMinor, refundedMinor, releasedMinor] = state.totals
  const totals = { authorizedMinor, capturedMinor, refundedMinor, releasedMinor }
  const status = deriveStatus(state.phase, totals)
  return {
    ...{ provider, method: exampleOf(method), status, amountMinor: 100, totals },
    ...{ traits: ['debit', 'stored_card'], events: [], operations: [] },
    openOperation: state.open ?? null,
  }
}

function exampleOf(method: string): string {
  return method.endsWith('.') ? `${method}example` : method
}

function label(name: string): string {
  return name.replaceAll('_', ' ')
}
