/**
 * Which room may import from which; whatever isn't listed is refused, and so is a file that is in
 * no room. `npm run lint` holds it.
 */

const TEST = '\\.(test|type-test)\\.tsx?$'
const PACKAGES = '(^|/)node_modules/|^(node:)?[a-z_/]+$'

/** The rooms of the domain, each with the simpler ones that it may know. */
const domainRooms = {
  money: [],
  provider: ['money'],
  payment: ['money', 'provider'],
  operation: ['money', 'provider', 'payment'],
  notice: [],
  access: ['operation', 'notice'],
  evidence: ['money', 'provider', 'payment', 'operation'],
  listing: ['money', 'provider', 'payment'],
  view: ['money', 'provider', 'payment', 'operation', 'access', 'notice'],
  rules: ['money', 'provider', 'payment', 'operation', 'access', 'evidence', 'view'],
  batch: ['money', 'provider', 'payment', 'operation', 'view'],
  extension: ['operation'],
  audit: ['operation', 'listing'],
}

/** The rooms of the queries; what lies beside them serves all. */
const queryRooms = {
  operations: ['sync'],
  listing: [],
  sync: ['access'],
  access: [],
  audit: [],
  batch: ['listing', 'sync'],
  extension: [],
  notice: ['listing', 'access'],
  payment: ['operations', 'listing', 'sync'],
}

/** What every component may use, whichever feature it belongs to. */
const componentBase = ['ui', 'act', 'query', 'live']

const componentFeatures = [
  'access',
  'account',
  'audit',
  'business',
  'connections',
  'notices',
  'operations',
  'overview',
  'people',
  'rules',
  'shell',
  'transactions',
]

/** The rooms of the fault campaign; the programs and the campaign itself lie beside them. */
const faultRooms = {
  model: [],
  plan: ['model'],
  providers: ['model', 'plan'],
  world: ['model', 'plan', 'providers'],
  act: ['model', 'plan', 'world'],
  check: ['model', 'plan', 'providers', 'world'],
  report: ['model', 'plan', 'providers'],
}

const R = {
  domain: '^lib/domain/',
  config: '^lib/config/',
  /** Plain numbers that read no environment. */
  browserLimits: '^lib/config/browser-limits\\.ts$',
  observability: '^lib/observability/',
  format: '^lib/format/',
  i18n: '^lib/i18n/',
  messages: '^messages/',
  http: '^lib/providers/http/',
  port: '^lib/providers/((account|webhook)-)?port\\.ts$',
  registry: '^lib/providers/registry\\.ts$',
  /** What is fixed about providers, as plain data that the browser may load. */
  profiles:
    '^lib/providers/(profiles|provider-profile|connection-forms?|[^/]+/(profile|connection-form))\\.ts$',
  sharedByProviders: '^lib/providers/shared/',
  connections: '^lib/connections/',
  runner: '^lib/operations/runner/',
  operations: '^lib/operations/',
  batch: '^lib/batch/',
  extension: '^lib/extension/',
  repair: '^lib/repair/',
  sync: '^lib/sync/',
  jobs: '^lib/jobs/',
  access: '^lib/access/',
  people: '^lib/people/',
  business: '^lib/business/',
  keys: '^lib/keys/',
  mail: '^lib/mail/',
  notices: '^lib/notices/',
  health: '^lib/health/',
  edge: '^lib/edge/',
  audit: '^lib/audit/',
  schema: '^db/schema/',
  client: '^db/(client|prepared|open-sql|database-error|refused-write)\\.ts$',
  queries: '^db/queries/',
  commonQueries: '^db/queries/[^/]+\\.ts$',
  seed: '^db/seed/',
  migrate: '^db/(migrate|application-role|prove-database)\\.ts$',
  /** The migrations that this build has. */
  journal: '^db/migrations/meta/_journal\\.json$',
  components: '^components/',
  actions: '^app/.*actions\\.ts$',
  inputs: '^app/.*inputs\\.ts$',
  api: '^app/api/',
  pages: '^app/',
  styles: '\\.css$',
  entry: '^instrumentation\\.ts$',
  sandbox: '^sandbox/',
  scripts: '^scripts/',
  bench: '^bench/',
  testing: '^testing/',
  contract: '^testing/contract/',
  browserPages: '^e2e/pages/',
  browserSupport: '^e2e/support/',
  states: '^e2e/states/',
  journeys: '^e2e/journeys/',
  screenshots: '^e2e/screenshots/',
  faults: '^e2e/faults/',
  rootConfig: '^[^/]+\\.config\\.(ts|mjs)$',
}

/** What every part of the back end works with: one list, so that the rows below show what differs. */
const BACK_END = [
  R.domain,
  R.port,
  R.registry,
  R.profiles,
  R.queries,
  R.client,
  R.observability,
  R.config,
]

/** @type {[from: string, to: string[]][]} */
const mayImport = [
  [R.config, [R.config, R.domain, R.profiles, '^package\\.json$']],
  [R.observability, [R.observability, R.domain, R.config]],
  [R.format, [R.format, R.domain, R.config, R.profiles]],
  [R.i18n, [R.i18n, R.messages, R.format, R.config, R.domain]],
  // The language and the time zone of a page are those of the person whose session it is.
  ['^lib/i18n/request\\.ts$', ['^lib/access/read-session\\.ts$']],
  // Else they are those that the business has set.
  ['^lib/i18n/(reader|request)\\.ts$', ['^lib/business/read-business\\.ts$']],
  [R.messages, [R.messages, '^lib/domain/access/person-settings\\.ts$']],
  // A refusal names the permission that is missing; a file that permissions use cannot do so.
  [
    '^lib/domain/operation/(result|failure-values)\\.ts$',
    ['^lib/domain/access/(passkey|permission|second-factor)\\.ts$'],
  ],
  [R.http, [R.http, R.port, R.profiles, R.config, R.observability, R.domain]],
  [R.port, [R.domain]],
  [R.profiles, [R.profiles, R.domain]],
  [R.sharedByProviders, [R.sharedByProviders, R.http, R.port, R.profiles, R.config, R.domain]],
  [R.schema, [R.schema, R.domain]],
  [R.client, [R.client, R.config]],
  [R.migrate, [R.migrate, R.client, R.config, '^db/queries/health\\.ts$']],
  [R.commonQueries, [R.commonQueries, R.schema, R.client, R.domain, R.config]],
  [
    R.seed,
    [R.seed, R.queries, R.client, R.config, R.domain, '^lib/connections/sealed-connection\\.ts$'],
  ],
  [R.audit, [R.audit, R.queries, R.client, R.domain, R.config]],
  [R.connections, [R.connections, ...BACK_END]],
  [R.runner, [R.runner, R.connections, ...BACK_END]],
  ['^lib/operations/[^/]+\\.ts$', [R.operations, R.connections, R.audit, ...BACK_END]],
  [R.repair, [R.repair, R.runner, R.connections, ...BACK_END]],
  [R.sync, [R.sync, R.runner, R.connections, ...BACK_END]],
  [R.batch, [R.batch, R.operations, ...BACK_END]],
  [R.extension, [R.extension, R.operations, ...BACK_END]],
  [R.jobs, [R.jobs, R.batch, R.extension, R.notices, R.repair, R.sync, R.connections, ...BACK_END]],
  [
    R.notices,
    [
      R.notices,
      '^lib/mail/(html-mail|mail-server|send-mail)\\.ts$',
      '^lib/business/change-setting\\.ts$',
      R.i18n,
      R.format,
      ...BACK_END,
    ],
  ],
  [R.access, [R.access, R.domain, R.port, R.queries, R.client, R.config, R.observability]],
  [
    R.people,
    [
      R.people,
      R.mail,
      '^lib/access/(client-address|email-address|passwords|secret-token|throttle-keys)\\.ts$',
      '^lib/access/passkeys/(challenge|check-answer|passkey-site)\\.ts$',
      '^lib/access/single-sign-on/(bounded-agent|check-issuer|provider-secret)\\.ts$',
      '^lib/access/second-factor/',
      R.domain,
      R.queries,
      R.client,
      R.config,
    ],
  ],
  [
    R.business,
    [
      R.business,
      '^lib/people/(parse-time-zone|person-rules)\\.ts$',
      R.domain,
      R.queries,
      R.client,
      R.config,
      R.observability,
    ],
  ],
  [
    R.keys,
    [
      R.keys,
      '^lib/access/(second-factor/totp|single-sign-on/provider-secret)\\.ts$',
      '^lib/connections/webhook-secrets\\.ts$',
      '^lib/notices/webhook-secret\\.ts$',
      R.queries,
      R.client,
      R.config,
      R.domain,
    ],
  ],
  [R.mail, [R.mail, R.i18n, R.domain, R.config, R.observability]],
  [R.health, [R.health, R.connections, R.keys, R.journal, ...BACK_END]],
  [R.edge, [R.edge, R.access, R.domain, R.config, R.observability]],
  ['^scripts/start\\.ts$', [R.edge]],
  [R.inputs, [R.config]],
  [
    R.actions,
    [
      R.access,
      R.people,
      R.business,
      R.connections,
      R.operations,
      R.batch,
      R.extension,
      R.notices,
      R.repair,
      R.sync,
      R.audit,
      R.domain,
      R.inputs,
      '^lib/i18n/reader\\.ts$',
    ],
  ],
  [
    R.api,
    [
      R.api,
      R.access,
      R.business,
      R.batch,
      R.sync,
      R.audit,
      R.keys,
      R.health,
      R.domain,
      R.queries,
      R.client,
      R.config,
      R.format,
      R.i18n,
    ],
  ],
  // Whom the identity provider may let in is decided by the rules for people.
  ['^app/api/auth/callback/', [R.people]],
  [
    R.pages,
    [
      R.pages,
      R.styles,
      R.queries,
      R.client,
      R.access,
      R.people,
      R.business,
      R.connections,
      R.notices,
      R.components,
      R.format,
      R.i18n,
      R.domain,
    ],
  ],
  // Their pages open what is stored to show the settings, and make forms of the profile.
  ['^app/\\(backoffice\\)/audit/', [R.audit]],
  ['^app/\\(backoffice\\)/settings/connections/', [R.connections, R.profiles]],
  ['^app/metrics/', [R.health, R.access, R.client]],
  [R.entry, [R.jobs, R.edge, R.observability]],
  [R.sandbox, [R.sandbox]],
  [
    R.scripts,
    [
      R.scripts,
      R.migrate,
      R.seed,
      R.client,
      R.queries,
      R.connections,
      R.sync,
      R.people,
      R.keys,
      '^lib/access/single-sign-on/check-issuer\\.ts$',
      R.audit,
      R.health,
      R.domain,
      R.profiles,
      R.config,
      R.observability,
      R.format,
      R.messages,
    ],
  ],
  [
    R.testing,
    [
      R.testing,
      R.observability,
      R.schema,
      R.scripts,
      R.sandbox,
      R.seed,
      R.queries,
      R.client,
      R.connections,
      R.operations,
      R.batch,
      R.extension,
      R.repair,
      R.sync,
      R.jobs,
      R.audit,
      R.config,
      R.domain,
      R.port,
      R.registry,
      '^app/api/webhooks/',
      '^lib/access/passkeys/',
      '^lib/people/(add-person|passkeys/[^/]+)\\.ts$',
    ],
  ],
  [
    R.bench,
    [
      R.bench,
      R.scripts,
      R.testing,
      R.browserSupport,
      R.browserPages,
      R.client,
      R.queries,
      R.operations,
      R.jobs,
      R.domain,
      R.config,
    ],
  ],
  ['^e2e/mutants/', ['^e2e/mutants/', R.testing, R.browserSupport, R.scripts]],
  ['^e2e/ops/', ['^e2e/ops/', R.testing, R.scripts, R.client, R.migrate, R.queries]],
  [R.browserPages, [R.browserPages, R.browserSupport, R.domain]],
  [
    R.browserSupport,
    [
      R.browserSupport,
      R.browserPages,
      R.testing,
      R.scripts,
      R.sandbox,
      R.seed,
      R.queries,
      R.client,
      R.domain,
    ],
  ],
  [R.states, [R.states, R.browserPages, R.browserSupport, R.domain]],
  [R.journeys, [R.browserPages, R.browserSupport, R.testing, R.scripts, R.config, R.domain]],
  [R.screenshots, [R.screenshots, R.states, R.browserSupport, R.scripts, R.domain]],
  [
    '^e2e/faults/[^/]+\\.ts$',
    [R.faults, R.testing, R.scripts, R.seed, R.queries, R.client, R.config, R.domain],
  ],
  [R.rootConfig, [R.rootConfig, R.scripts]],
]

/** One row a room of a folder whose rooms import one way. */
function innerWalls(folder, rooms, base) {
  return Object.entries(rooms).map(([room, simpler]) => [
    `^${folder}/${room}/`,
    [...[room, ...simpler].map((name) => `^${folder}/${name}/`), ...base],
  ])
}

const componentWalls = [
  ...componentBase.map((room) => [
    `^components/${room}/`,
    [...(room === 'ui' ? ['ui'] : componentBase).map((name) => `^components/${name}/`)],
  ]),
  ...componentBase
    .filter((room) => room !== 'ui')
    .map((room) => [`^components/${room}/`, [R.domain, R.format, R.i18n, R.browserLimits]]),
  ...componentFeatures.map((feature) => [
    `^components/${feature}/`,
    [
      `^components/${feature}/`,
      `^components/[^/]+/shared/`,
      ...componentBase.map((name) => `^components/${name}/`),
      R.domain,
      R.format,
      R.i18n,
      R.browserLimits,
    ],
  ]),
]

const walls = [
  ...innerWalls('lib/domain', domainRooms, []),
  ['^lib/domain/rules/', [R.profiles]],
  ...innerWalls('db/queries', queryRooms, [
    R.commonQueries,
    R.schema,
    R.client,
    R.domain,
    R.config,
  ]),
  ...innerWalls('e2e/faults', faultRooms, [
    R.connections,
    R.testing,
    R.scripts,
    R.sandbox,
    R.seed,
    R.queries,
    R.client,
    R.config,
    R.domain,
    R.profiles,
    R.operations,
    R.batch,
    R.repair,
    R.sync,
    R.jobs,
    R.audit,
  ]),
  ...componentWalls,
  // The forms of a connection are made of its provider's profile.
  ['^components/connections/', [R.profiles]],
]

/** A provider's folder sees itself and what all providers share, never another provider. */
const provider = {
  from: { path: '^lib/providers/(?!http/|shared/)([^/]+)/', pathNot: R.profiles },
  to: { path: [R.domain, R.config, R.http, R.port, R.sharedByProviders, '^lib/providers/$1/'] },
}

/** The registry is the one place that names the providers. */
const registry = {
  from: { path: R.registry },
  to: {
    path: [
      R.port,
      R.profiles,
      R.sharedByProviders,
      R.domain,
      R.config,
      '^lib/providers/[^/]+/index\\.ts$',
    ],
  },
}

/** Actions and API routes are narrower than pages, and each is in only one room. */
const allowed = [...mayImport, ...walls].map(([from, to]) => ({
  from: { path: from, pathNot: [TEST, ...(from === R.pages ? [R.actions, R.api] : [])] },
  to: { path: to },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'not-resolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\.css$' },
    },
    {
      name: 'next-auth-in-access-only',
      severity: 'error',
      from: { pathNot: [R.access, '^app/api/auth/', '^components/access/'] },
      to: { path: 'node_modules/next-auth/' },
    },
    {
      name: 'no-test-imported',
      severity: 'error',
      from: { pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: 'profiles-are-plain-data',
      comment:
        'The browser loads the profiles, and the domain reads them: they need nothing to run.',
      severity: 'error',
      from: { path: R.profiles },
      to: { pathNot: [R.profiles, '^lib/domain/'] },
    },
    {
      name: 'profiles-know-types-only',
      severity: 'error',
      from: { path: R.profiles },
      to: { path: R.domain, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-validation-library-in-the-browser',
      comment: 'zod costs 34 KB; input is validated on the server.',
      severity: 'error',
      from: { path: R.components },
      to: { path: 'node_modules/zod/' },
    },
  ],
  allowed: [
    ...allowed,
    provider,
    registry,
    { from: { path: TEST }, to: {} },
    { from: {}, to: { path: PACKAGES } },
  ],
  allowedSeverity: 'error',
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|\\.cache|\\.paydesk|test-results)/|next-env\\.d\\.ts$' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
    cache: { folder: '.cache/dependency-cruiser', strategy: 'content' },
  },
}
