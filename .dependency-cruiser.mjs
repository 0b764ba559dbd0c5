/**
 * Which room may import from which; whatever isn't listed is refused, and so is a file that is in
 * no room. `npm run lint` holds it.
 */

const TEST = '\\.test\\.tsx?$'
const PACKAGES = '(^|/)node_modules/|^(node:)?[a-z_/]+$'

const rooms = {
  domain: '^lib/domain/',
  config: '^lib/config/',
  observability: '^lib/observability/',
  format: '^lib/format/',
  i18n: '^lib/i18n/',
  messages: '^messages/',
  http: '^lib/providers/http/',
  port: '^lib/providers/(webhook-)?port\\.ts$',
  registry: '^lib/providers/registry\\.ts$',
  operations: '^lib/operations/',
  repair: '^lib/repair/',
  access: '^lib/access/',
  audit: '^lib/audit/',
  schema: '^db/schema/',
  client: '^db/client\\.ts$',
  queries: '^db/queries/',
  seed: '^db/seed/',
  migrate: '^db/migrate\\.ts$',
  ui: '^components/ui/',
  readJson: '^components/query/',
  components: '^components/',
  actions: '^app/.*actions\\.ts$',
  api: '^app/api/',
  pages: '^app/',
  styles: '\\.css$',
  entry: '^(instrumentation|proxy)\\.ts$',
  sandbox: '^sandbox/',
  scripts: '^scripts/',
  bench: '^bench/',
  e2e: '^e2e/',
  contract: '^e2e/contract/',
  rootConfig: '^[^/]+\\.config\\.(ts|mjs)$',
}

const R = rooms

/** @type {[from: string, to: string[]][]} */
const mayImport = [
  [R.domain, [R.domain]],
  [R.config, [R.config, R.domain]],
  [R.observability, [R.observability, R.domain, R.config]],
  [R.format, [R.format, R.domain, R.config]],
  [R.i18n, [R.i18n, R.messages, R.format, R.config, R.domain]],
  [R.messages, [R.messages, '^lib/format/locale\\.ts$']],
  [R.http, [R.http, R.config, R.observability, '^lib/domain/saying\\.ts$']],
  [R.port, [R.domain]],
  [R.schema, [R.schema, R.domain]],
  [R.client, [R.config]],
  [R.queries, [R.queries, R.schema, R.client, R.domain, R.config]],
  [R.seed, [R.seed, R.queries, R.client, R.config, R.domain]],
  [R.audit, [R.audit, R.queries, R.client, R.domain, R.config]],
  [
    R.operations,
    [
      R.operations,
      R.domain,
      R.port,
      R.registry,
      R.queries,
      R.client,
      R.audit,
      R.observability,
      R.config,
    ],
  ],
  [
    R.repair,
    [
      R.repair,
      R.operations,
      R.domain,
      R.port,
      R.registry,
      R.queries,
      R.client,
      R.audit,
      R.observability,
      R.config,
    ],
  ],
  [R.access, [R.access, R.domain, R.port, R.queries, R.client, R.config, R.observability]],
  [R.ui, [R.ui]],
  [R.components, [R.components, R.domain, R.format, R.i18n]],
  ['^app/.*inputs\\.ts$', [R.config]],
  [R.actions, [R.access, R.operations, R.repair, R.audit, R.domain, '^app/.*inputs\\.ts$']],
  [
    R.api,
    [
      R.api,
      R.access,
      R.operations,
      R.audit,
      R.domain,
      R.queries,
      R.client,
      R.config,
      R.format,
      R.i18n,
    ],
  ],
  [
    R.pages,
    [R.pages, R.styles, R.queries, R.client, R.access, R.components, R.format, R.i18n, R.domain],
  ],
  [R.entry, [R.repair, R.access, R.config]],
  [R.sandbox, [R.sandbox]],
  [
    R.scripts,
    [
      R.scripts,
      R.migrate,
      R.seed,
      R.client,
      R.queries,
      R.operations,
      R.audit,
      R.domain,
      R.format,
      R.messages,
    ],
  ],
  [
    R.bench,
    [
      R.bench,
      R.scripts,
      '^e2e/(support|pages)/',
      R.client,
      R.queries,
      R.operations,
      R.repair,
      R.domain,
      R.config,
    ],
  ],
  [
    R.e2e,
    [
      R.e2e,
      R.scripts,
      R.sandbox,
      R.seed,
      R.queries,
      R.client,
      R.operations,
      R.repair,
      R.audit,
      R.config,
      R.domain,
      '^app/api/webhooks/',
    ],
  ],
  // Builders write rows that no statement of ours would.
  ['^e2e/support/', [R.schema]],
  [R.contract, [R.port, R.registry]],
  [R.rootConfig, [R.rootConfig, R.scripts]],
]

/** A provider's folder sees itself and what all providers share, never another provider. */
const provider = {
  from: { path: '^lib/providers/(?!http/)([^/]+)/' },
  to: { path: [R.domain, R.config, R.http, R.port, '^lib/providers/$1/'] },
}

/** The registry is the one place that names the providers. */
const registry = {
  from: { path: R.registry },
  to: { path: [R.port, R.domain, R.config, '^lib/providers/[^/]+/index\\.ts$'] },
}

/** Actions and API routes are narrower than pages, and each is in only one room. */
const allowed = mayImport.map(([from, to]) => ({
  from: {
    path: from,
    pathNot: [
      TEST,
      ...(from === R.pages ? [R.actions, R.api] : []),
      ...(from === R.components ? [R.ui] : []),
    ],
  },
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
