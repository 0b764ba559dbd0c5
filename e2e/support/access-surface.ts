import { randomUUID } from 'node:crypto'
import { REASONS } from '@/lib/domain/operation/reasons'
import { ACTIONS, EVERYONE, LOOKS, OWN_ACTIONS } from './access-rows'
import type { Target } from './access-world'

/** What is done with a person who sees one connection: the codes by which it is answered. */
export const PERSON_ACTIONS: readonly (readonly [name: string, more: object])[] = [
  ['makePersonLink', {}],
  ['changePersonRole', { role: 'staff' }],
  ['setPersonAccess', { isEnabled: false }],
  ['signPersonOut', {}],
  ['unlockPerson', {}],
  ['removePersonPasskeys', {}],
  ['resetPersonFactor', {}],
]

/** Pages and files about everything, and the roles that meet a connection's texts in them. */
export const WHOLE: readonly (readonly [path: string, roles: string])[] = [
  ['/transactions?view=all', EVERYONE],
  ['/transactions?view=attention', EVERYONE],
  ['/transactions?view=to-capture', EVERYONE],
  ['/operations', EVERYONE],
  ['/api/transactions/find?q=7001', EVERYONE],
  ['/api/transactions/export?format=csv&view=all', 'support admin'],
  ['/settings/people', 'admin'],
  ['/settings/people?q=account&role=viewer&state=active', 'admin'],
  ['/settings/connections', 'admin'],
  ['/settings/connections/new', ''],
  ['/settings/business', ''],
  ['/settings/rules', ''],
  ['/settings/notices', ''],
  ['/settings', ''],
  ['/transactions/batches', ''],
  ['/transactions/batches/new', ''],
  ['/overview', ''],
  ['/audit', ''],
  ['/account', ''],
  ['/api/audit/heads', ''],
  ['/api/operations/open', ''],
  ['/api/transactions/updates?view=all', ''],
]

const DONE = '"ok":true'
const NO_FACTOR = '"code":"second_factor_off"'
const GONE = '"code":"not_found"'
const EMPTY = '"code":"batch_empty"'
/** Of nothing that there is: what is done with a batch's rows is decided by its kind and the scope of each. */
const NO_BATCH = { batchId: randomUUID() }
const NO_RULE = randomUUID()
const NAMELESS_RULE = { ruleId: NO_RULE, name: '', tag: '', maxTimes: 1, withinHours: 1 }
const LEFT_OUT = { act: 'exclude' }
const ONLY_ALL = '"code":"setting_of_all_connections"'

/**
 * What is about no connection: the roles that may do it, and the answer's text for those who see all
 * connections and for those who see some.
 */
export const PLAIN_ACTIONS: readonly (readonly [
  name: string,
  input: unknown,
  roles: string,
  ofAll: string,
  ofSome: string,
])[] = [
  ['changeBusinessName', { name: '', seenAt: null }, 'admin', DONE, ONLY_ALL],
  ['changeLogo', { file: null, seenAt: null }, 'admin', DONE, ONLY_ALL],
  ['changeBusinessZone', { timeZone: '', seenAt: null }, 'admin', DONE, ONLY_ALL],
  ['changeLanguages', { languages: ['en', 'nb'], seenAt: null }, 'admin', DONE, ONLY_ALL],
  ['changeReasons', refundReasons(), 'admin', DONE, ONLY_ALL],
  ['changeReviewLimits', { limits: [], seenAt: null }, 'admin', DONE, ONLY_ALL],
  ['changeSecondFactorRoles', { roles: [], seenAt: null }, 'admin', DONE, ONLY_ALL],
  ['changeStepUp', { topics: [], limits: [], seenAt: null }, 'admin', DONE, ONLY_ALL],
  ['addExtensionRule', NAMELESS_RULE, 'admin', '"rule_name_malformed"', ONLY_ALL],
  ['switchExtensionRule', { ruleId: NO_RULE, isOn: false }, 'admin', '"rule_gone"', ONLY_ALL],
  ['removeExtensionRule', { ruleId: NO_RULE }, 'admin', DONE, ONLY_ALL],
  ['changeNoticeWebhook', noWebhook(), 'admin', DONE, ONLY_ALL],
  ['testNoticeWebhook', {}, 'admin', DONE, ONLY_ALL],
  ['addNewConnection', nameless(), 'admin', '"problem":"missing"', '"problem":"needs_all"'],
  ['verifyAuditTrail', undefined, 'admin', DONE, '"code":"needs_all_connections"'],
  ['saveListView', { name: 'Matrix', query: '', isShared: true }, 'admin', DONE, DONE],
  ['saveListView', { name: 'Matrix', query: '', isShared: false }, EVERYONE, DONE, DONE],
  ['rehearseBatch', emptyRehearsal(), 'staff admin', EMPTY, EMPTY],
  ['changeBatchRow', { ...NO_BATCH, number: 1, change: LEFT_OUT }, EVERYONE, GONE, GONE],
  ['startBatch', noStart(), EVERYONE, GONE, GONE],
  ['pauseBatch', NO_BATCH, EVERYONE, GONE, GONE],
  ['resumeBatch', NO_BATCH, EVERYONE, GONE, GONE],
  ['endBatch', NO_BATCH, EVERYONE, GONE, GONE],
  ['discardBatch', NO_BATCH, EVERYONE, GONE, GONE],
  ['retryBatch', { ...NO_BATCH, newBatchId: randomUUID() }, EVERYONE, GONE, GONE],
  ['stepUpWithCode', { code: '000000' }, EVERYONE, NO_FACTOR, NO_FACTOR],
]

function emptyRehearsal() {
  const selection = { by: 'view', query: `view=all&q=${randomUUID()}` }
  return Object.assign({ kind: 'capture', selection, reason: null }, NO_BATCH)
}

function noStart() {
  const sums = [{ currency: 'NOK', amountMinor: 100 }]
  return Object.assign({ sums, stopPercent: 20 }, NO_BATCH)
}

function noWebhook() {
  return { url: '', shape: 'plain', kinds: [], seenAt: null }
}

function refundReasons() {
  const reasons = REASONS.refund.map((code) => ({ code, name: '', isRetired: false }))
  return { kind: 'refund', reasons, seenAt: null }
}

function nameless() {
  const texts = { name: '', account: '', baseUrl: '' }
  return Object.assign({ provider: 'dintero', secret: {}, settings: {} }, texts)
}

const PUBLIC = 'a way in, before there is a role'
const OWN = 'one’s own account, by no id of anything'
const BATCH =
  'a batch is shown to whoever sees payments; its rows by the scope of each, which list-batch-rows tests'
const NOTHING = 'shows nothing of a connection'

/** The actions that the matrix does not have, and why; `permissions.spec` asks them of every role. */
export const ACTIONS_WITHOUT_CELLS: Readonly<Record<string, string>> = {
  signIn: PUBLIC,
  signInWithCode: PUBLIC,
  startPasskeySignIn: PUBLIC,
  signInByPasskey: PUBLIC,
  joinByLink: PUBLIC,
  signOut: OWN,
  untagTransaction: 'answers alike where nothing is to take off; payment-tags tests its scope',
  changeSettings: OWN,
  readNotices: OWN,
  chooseNotices: OWN,
  changePassword: OWN,
  startPasskey: OWN,
  addPasskey: OWN,
  startStepUpByPasskey: OWN,
  startSecondFactor: OWN,
  confirmSecondFactor: OWN,
  makeRecoveryCodes: OWN,
  turnSecondFactorOff: OWN,
}

/** The pages and routes that the matrix does not have, and why. */
export const PATHS_WITHOUT_CELLS: Readonly<Record<string, string>> = {
  '/': 'leads to the list',
  '/sign-in': PUBLIC,
  '/sign-in/code': PUBLIC,
  '/sign-in/sso': PUBLIC,
  '/welcome/[token]': PUBLIC,
  '/second-factor': OWN,
  '/api/auth/[...nextauth]': PUBLIC,
  '/api/auth/callback/sso': PUBLIC,
  '/transactions/batches/[id]': BATCH,
  '/api/batches/[id]': BATCH,
  '/api/batches/[id]/report': BATCH,
  '/api/batches/files': 'takes a file; what is found in it is by scope, as in rehearseBatch',
  '/api/business/logo/[hash]': 'the picture of the business, for whoever is signed in',
  '/api/webhooks/[provider]/[connectionId]': 'for providers, by the signature of their call',
  '/api/health': NOTHING,
  '/api/health/live': NOTHING,
  '/api/health/ready': NOTHING,
  '/api/audit/entries': 'the entries of the page as a file; read-trail tests their scope',
  '/api/texts/[file]': PUBLIC,
  '/notices': 'what one’s own notices are about, by the scope of each, which raise-notices tests',
  '/metrics': 'for this machine, or by a token of its own',
  '/_not-found': NOTHING,
  '/_global-error': NOTHING,
}

/** The names of all actions that have cells. */
export function actionsWithCells(): readonly string[] {
  const rows = [...ACTIONS, ...OWN_ACTIONS].map(({ name }) => name.replace('action ', ''))
  return [...rows, ...[...PERSON_ACTIONS, ...PLAIN_ACTIONS].map(([name]) => name)]
}

/** Those of the built paths that have cells, with places for ids as `[id]`. */
export function pathsWithCells(built: readonly string[], target: Target): readonly string[] {
  const addresses = [
    ...LOOKS.flatMap(({ path }) => (path === undefined ? [] : [path(target)])),
    ...WHOLE.map(([path]) => path),
  ].map((path) => path.split('?')[0] ?? '')
  return built.filter((path) => addresses.some((one) => pathOf(one, built) === path))
}

/** The built path that serves an address: one without places comes first. */
function pathOf(address: string, built: readonly string[]): string | undefined {
  const serves = (path: string) =>
    new RegExp(`^${path.replaceAll(/\[\w+\]/g, '[^/]+')}$`).test(address)
  return built.find((path) => path === address) ?? built.find(serves)
}
