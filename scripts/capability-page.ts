import { OPERATION_KINDS, type OperationKind } from '@/lib/domain/operation/operation'
import { deriveStatus, type TransactionPhase } from '@/lib/domain/payment/transaction'
import { methodRules, methodsWithRules } from '@/lib/domain/rules/find-method-rules'
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

/** Operations whose amount is not bounded by the payment. */
const UNBOUNDED: readonly OperationKind[] = ['update_authorization', 'extend_authorization']

/** A method of which no profile says anything, at a provider without a row that catches all. */
const USUAL = { provider: 'bambora-native', method: 'any' } as const

/** The page of the documentation that shows the whole capability table, as Markdown. */
export function capabilityPage(): string {
  const parts = [
    '# What each payment method allows',
    'Made from `lib/domain/rules/capability.ts` and the profiles in `lib/providers` by `npm run docs:capabilities`; a test keeps it true. The same table decides on the server and explains on the screen. Amounts are out of 100 authorized; a tick means allowed, up to the amount behind it. Charging again and paying out are shown for a payment that was charged at once and whose card is stored; where a method never has an operation, it has no column.',
    '## The usual',
    'A method that no provider below names. Of those that differ, the operations and states that do are shown.',
    rulesLine(USUAL),
    table(USUAL, STATES, offeredKinds(USUAL)),
    ...PROVIDERS.flatMap(providerPart),
    '## The reasons in words',
    ...Object.entries(en.denialReasons).map(([name, words]) => `- **${label(name)}**: ${words}`),
  ]
  return `${parts.join('\n\n').replaceAll('\n\n- ', '\n- ')}\n`
}

interface Method {
  readonly provider: Provider
  /** A whole code, or a family with its dot. */
  readonly method: string
}

function providerPart(provider: Provider): readonly string[] {
  const methods = methodsWithRules(provider)
  const rest = methods.length === 0 ? 'Every' : 'Any other'
  const differing = new Map<string, string[]>()
  for (const method of methods) {
    const text = differences({ provider, method })
    differing.set(text, [...(differing.get(text) ?? []), method])
  }
  return [
    `## ${PROVIDER_LABELS[provider]}`,
    ...[...differing].flatMap(([text, alike]) => [`### ${alike.map(title).join(', ')}`, text]),
    ...(methods.includes(`${provider}.`) ? [] : [`${rest} method is as usual.`]),
  ]
}

/**
 * The differences of a method from the usual: its rules in words, and the other operations it
 * allows.
 */
function differences(method: Method): string {
  const rules = rulesLine(method)
  const differs = (kind: OperationKind, state: State) =>
    cell(kind, method, state) !== cell(kind, USUAL, state)
  const kinds = offeredKinds(method).filter((kind) => STATES.some((state) => differs(kind, state)))
  const states = STATES.filter((state) => kinds.some((kind) => differs(kind, state)))
  return [
    ...(rules === rulesLine(USUAL) ? [] : [rules]),
    ...(kinds.length === 0 ? [] : [table(method, states, kinds)]),
  ].join('\n\n')
}

function title(method: string): string {
  return method.endsWith('.') ? `${method}*` : method
}

function rulesLine({ provider, method }: Method): string {
  const rules = methodRules(provider, exampleOf(method))
  const notes = [
    rules.lines === 'whole_lines' ? 'Lines only whole, as ordered.' : 'Any quantity of a line.',
    rules.linesRequired ? 'Captures and refunds must name lines.' : 'Free amounts are possible.',
    ...(rules.wholeWithoutLines ? ['Everything that is left needs no lines.'] : []),
    ...(rules.capturesWholeOnly ? ['Only captured as a whole.'] : []),
    ...(rules.refundsOneCharge ? ['A refund takes from one capture.'] : []),
    ...(rules.takesLabel ? [] : ['Takes no label of the merchant.']),
  ]
  return notes.join(' ')
}

function table(method: Method, states: readonly State[], kinds: readonly OperationKind[]): string {
  const head = ['State', ...kinds.map((kind) => HEADINGS[kind])]
  const rows = states.map((state) => [
    state.name,
    ...kinds.map((kind) => cell(kind, method, state)),
  ])
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

function offeredKinds(method: Method): readonly OperationKind[] {
  return OPERATION_KINDS.filter((kind) =>
    STATES.some((state) => {
      const result = capability(kind, situation(method, state))
      return result.allowed || result.denialReason !== 'not_offered'
    }),
  )
}

function cell(kind: OperationKind, method: Method, state: State): string {
  const result = capability(kind, situation(method, state))
  if (!result.allowed) return label(result.denialReason)
  return UNBOUNDED.includes(kind) ? '✓' : `✓ ${result.maxMinor}`
}

function situation({ provider, method }: Method, state: State): Situation {
  const [authorizedMinor, capturedMinor, refundedMinor, releasedMinor] = state.totals
  const totals = { authorizedMinor, capturedMinor, refundedMinor, releasedMinor }
  const status = deriveStatus(state.phase, totals)
  return {
    provider,
    method: exampleOf(method),
    status,
    amountMinor: 100,
    totals,
    flags: ['debit', 'stored_card'],
    events: [],
    operations: [],
    openOperation: state.open ?? null,
  }
}

function exampleOf(method: string): string {
  return method.endsWith('.') ? `${method}example` : method
}

function label(name: string): string {
  return name.replaceAll('_', ' ')
}
