// Who may import whom. A file's place and name say what it is, so a new folder needs no new rule here.
// Every rule has a planted violation in tests/architecture/planted.ts, which must be caught.

/** The areas of lib in their order: each imports only from itself and from those that stand before it. */
const AREAS = [
  ...[
    'core',
    'policies',
    'legal',
    'platform',
    'vendors',
    'identity',
    'market',
    'job',
    'money',
    'access',
    'trust',
  ],
  ...['notifications', 'wiring', 'processes'],
];
/** A file of a kind in a noun's folder: commands.ts, commands-charge.ts, session-commands.ts. `$1` is its folder. */
const kind = (...names) =>
  `^lib/(?!sandbox/)([a-z]+|[a-z]+/[a-z-]+)/[^/]*\\b(?:${names.join('|')})\\b[^/]*\\.ts$`;
const OWN = '^lib/$1/';
const npm = (...names) => `(^|/)node_modules/(?:${names.join('|')})/`;
const OURS = '^(?:lib|app|components|prisma)/';
const ADAPTERS = '^lib/(?:vendors|platform/storage)/';
const GENERATED = '^lib/platform/db/generated/';
/** What runs commands for everybody: the doors' way in, the events' way on, the demo's first day. */
const CALLERS = '^lib/(?:wiring|platform/doors|processes|demo)/';

/** A file of a kind may import these and nothing else. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
});
/** These may be imported from there and from nowhere else. `types` allows their types everywhere. */
const nowhereElse = (name, to, from, comment, types = false) => ({
  name,
  comment,
  severity: 'error',
  from: { path: OURS, pathNot: from },
  to: { path: to, ...(types ? { dependencyTypesNot: ['type-only'] } : {}) },
});

/** One rule an area, under one name: what stands behind it is not for it. The sandbox and the demo stand beside them; processes start all. */
const areaOrder = AREAS.slice(0, -1).map((area, at) => ({
  name: 'area-order',
  comment: 'an area imports only from the areas before it',
  severity: 'error',
  from: { path: `^lib/${area}/` },
  to: { path: `^lib/(?:${[...AREAS.slice(at + 1), 'sandbox', 'demo'].join('|')})/` },
}));

const forbidden = [
  ...areaOrder,
  only(
    'core-imports-nothing',
    '^lib/core/',
    ['^lib/core/', npm('zod', 'temporal-polyfill')],
    'core is pure and tiny',
  ),
  nowhereElse(
    'calendars-in-zone',
    npm('temporal-polyfill'),
    ['^lib/core/zone\\.ts$'],
    'it is told in one place',
  ),
  nowhereElse(
    'zones-on-servers',
    '^lib/core/zone\\.ts$',
    [kind('commands', 'handlers', 'queries', 'store')],
    'browsers do not load what knows calendars',
  ),
  only(
    'schema-is-pure',
    kind('schema'),
    ['^lib/core/', OWN, kind('schema', 'rules'), '^lib/policies/', npm('zod')],
    'inputs, zod and what is pure',
  ),
  only(
    'rights-know-core',
    '^lib/(?:identity|market|job|money|access|trust)/[a-z-]+/rights\\.ts$',
    ['^lib/core/', '/rights\\.ts$'],
    'a table of commands, and nothing else',
  ),
  only('lifecycles-know-core', kind('lifecycle'), ['^lib/core/'], 'a table of states, and nothing else'),
  only(
    'rules-are-pure',
    kind('rules'),
    [
      '^lib/core/',
      OWN,
      kind('lifecycle', 'rights', 'rules', 'schema'),
      '^lib/policies/',
      '^lib/platform/(?:announce/events|telling/telling)\\.ts$',
    ],
    'rules see rules and schemas, never a clock, a database or a vendor',
  ),
  only(
    'tellings-know-their-noun',
    '^lib/(?!platform/|wiring/)([a-z]+|[a-z]+/[a-z-]+)/telling\\.ts$',
    [
      '^lib/core/',
      '^lib/$1/(?!(?:commands|actions|handlers)\\b)',
      '^lib/platform/telling/',
      '^lib/platform/db/transaction\\.ts$',
    ],
    'what its events say, from its own rows and rules',
  ),
  {
    name: 'pure-sees-nothing-impure',
    comment: 'not even in its own folder',
    severity: 'error',
    from: { path: kind('rules', 'schema', 'jobs') },
    to: {
      path: [kind('store', 'queries', 'commands', 'actions', 'handlers'), '^lib/platform/db/', ADAPTERS],
    },
  },
  only(
    'jobs-name-a-job',
    '^lib/(?!platform/|wiring/)([a-z]+|[a-z]+/[a-z-]+)/jobs\\.ts$',
    ['^lib/core/', '^lib/platform/jobs/job\\.ts$', OWN, npm('zod')],
    'name and payload, nothing else',
  ),
  {
    name: 'store-decides-nothing',
    comment: 'a store reads and writes rows',
    severity: 'error',
    from: { path: kind('store') },
    to: {
      path: [kind('commands', 'actions', 'handlers', 'jobs'), ADAPTERS, '^lib/(?:platform/doors|processes)/'],
    },
  },
  {
    name: 'commands-call-no-vendor',
    comment: 'no network call inside a transaction: a job calls the vendor between two commands',
    severity: 'error',
    from: { path: kind('commands') },
    to: { path: [ADAPTERS, kind('handlers', 'actions')], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'commands-open-no-transaction',
    comment: 'the door opens it, and everything commits together',
    severity: 'error',
    from: { path: kind('commands') },
    to: {
      path: ['^lib/platform/db/client\\.ts$', '^lib/platform/doors/'],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'commands-stay-in-their-area',
    comment: 'what a change means for another area is a reaction',
    severity: 'error',
    from: { path: '^lib/([a-z]+)/', pathNot: CALLERS },
    to: {
      path: kind('commands'),
      pathNot: ['^lib/$1/'],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'stores-stay-in-their-area',
    comment: 'each writes only its own tables; others read through queries or rows of their own',
    severity: 'error',
    from: {
      path: '^lib/([a-z]+)/.*\\b(?:commands|rules|actions|schema)\\b[^/]*\\.ts$',
      pathNot: '^lib/demo/',
    },
    to: {
      path: kind('store'),
      // Everybody writes audit and ledger rows; `customerOf` is the one way to have a customer.
      pathNot: ['^lib/$1/', '^lib/(?:platform/audit|identity/customers|money/ledger)/'],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'pictures-before-transactions',
    comment: 'decoding takes time on the processor: the door does it, and hands on what came out',
    severity: 'error',
    from: { path: OURS, pathNot: ['^lib/platform/pictures/', '^app/api/', '^lib/demo/faces/'] },
    to: { path: '^lib/platform/pictures/', dependencyTypesNot: ['type-only'] },
  },
  only(
    'actions-are-thin',
    kind('actions'),
    [
      '^lib/core/',
      OWN,
      kind('schema', 'rules'),
      '^lib/(?:platform/doors|platform/session|identity/sessions)/',
      '^lib/platform/env\\.ts$',
      '(^|/)node_modules/',
    ],
    'own schema and commands, and the door',
  ),
  {
    name: 'actions-reach-no-store',
    severity: 'error',
    from: { path: kind('actions') },
    to: {
      path: [kind('store', 'handlers'), '^lib/platform/db/', ADAPTERS],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'handlers-run-in-processes',
    comment: 'they call vendors: the web never loads them',
    severity: 'error',
    from: { path: OURS, pathNot: ['^lib/(?:processes|demo/world)/', kind('handlers')] },
    to: { path: kind('handlers'), dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'queries-change-nothing',
    severity: 'error',
    from: { path: kind('queries') },
    to: { path: [kind('commands', 'actions', 'handlers'), ADAPTERS], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'components-take-types-from-queries',
    comment: 'a component is given what it shows',
    severity: 'error',
    from: { path: '^components/' },
    to: {
      path: [
        kind('queries', 'store', 'commands', 'handlers', 'jobs'),
        '^lib/(?:platform/(?:db|doors|storage|(?:env|variables)\\.ts)|vendors|processes)',
      ],
      pathNot: '^lib/platform/doors/(?:outcome|form)\\.ts$',
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'atoms-know-no-domain',
    severity: 'error',
    from: { path: '^components/ui/' },
    to: {
      path: '^(?:lib|components)/',
      pathNot: ['^components/ui/', '^lib/core/', '^lib/platform/doors/outcome\\.ts$'],
    },
  },
  {
    name: 'pages-compose',
    comment: 'a page shows what queries read; only app/api calls commands',
    severity: 'error',
    from: { path: '^app/', pathNot: '^app/api/' },
    to: {
      path: [kind('store', 'commands', 'handlers'), GENERATED, ADAPTERS],
      dependencyTypesNot: ['type-only'],
    },
  },
  nowhereElse(
    'aws-sdk-in-aws',
    npm('@aws-sdk', '@smithy'),
    '^lib/(?:vendors/aws|platform/storage|sandbox)/',
    'one file a service',
  ),
  nowhereElse(
    'sharp-in-pictures',
    npm('sharp'),
    '^lib/platform/pictures/',
    'a native library that reads what strangers send',
  ),
  nowhereElse('stripe-in-stripe', npm('stripe'), '^lib/vendors/stripe/', 'one file a service'),
  nowhereElse(
    'mail-in-mail',
    npm('nodemailer', 'smtp-server', 'mailparser'),
    '^lib/(?:vendors/mail|sandbox)/',
    'the wire',
  ),
  nowhereElse(
    'sockets-in-realtime',
    npm('socket\\.io', '@socket\\.io'),
    '^lib/processes/',
    'Next never loads the socket server',
  ),
  nowhereElse('socket-client-in-pages', npm('socket\\.io-client'), '^components/', 'browsers alone'),
  nowhereElse(
    'links-by-our-link',
    '(^|/)node_modules/next/link\\.js$',
    ['^components/ui/link\\.tsx$', '^components/layout/nav-link\\.tsx$'],
    "Next's own fetches the pages of all links in sight",
  ),
  nowhereElse(
    'telemetry-in-tracing',
    npm('@opentelemetry/[^/]+'),
    ['^lib/platform/tracing/'],
    'what a span is called and holds is decided in one place',
  ),
  {
    name: 'telemetry-on-demand',
    comment: 'the SDK is loaded where traces are sent, and nowhere else',
    severity: 'error',
    from: { path: OURS },
    to: {
      path: npm('@opentelemetry/[^/]+'),
      pathNot: npm('@opentelemetry/api'),
      dependencyTypesNot: ['dynamic-import', 'type-only'],
    },
  },
  nowhereElse(
    'prisma-in-stores',
    [npm('@prisma/client', '@prisma/adapter-pg'), GENERATED],
    ['^lib/(?:platform/db|demo)/', '^lib/identity/sign-in/adapter\\.ts$', kind('store', 'queries')],
    'tables are read and written in stores and queries',
    true,
  ),
  nowhereElse(
    'rows-in-stores',
    ['^lib/platform/db/rows\\.ts$'],
    ['^lib/platform/', kind('store')],
    'a command reaches a table through a store alone: the transaction that it is given has no rows to read',
    true,
  ),
  only(
    'sandbox-knows-only-the-wire',
    '^lib/sandbox/',
    ['^lib/(?:sandbox|core|policies)/', '^[a-z_:/]+$', '(^|/)node_modules/'],
    'it must not share our mistakes',
  ),
  {
    name: 'adapters-know-no-domain',
    severity: 'error',
    from: { path: ADAPTERS },
    to: {
      path: '^lib/',
      pathNot: [ADAPTERS, '^lib/(?:core|policies|platform/(?:log|tracing))/', '^lib/platform/env\\.ts$'],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'no-node-in-pure',
    comment: 'core, schemas and rules run in browsers, and do no I/O',
    severity: 'error',
    from: { path: ['^lib/core/', kind('schema', 'rules'), '^components/'] },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'nobody-imports-app',
    severity: 'error',
    from: { pathNot: '^(?:app|tests)/' },
    to: { path: '^app/' },
  },
  { name: 'nobody-imports-tests', severity: 'error', from: { path: OURS }, to: { path: '^tests/' } },
  {
    name: 'nobody-imports-processes',
    severity: 'error',
    from: { path: OURS, pathNot: '^lib/processes/' },
    to: { path: '^lib/processes/' },
  },
  {
    name: 'no-circles',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-circles-of-folders',
    comment: 'what belongs together stands in one folder; type imports count, too',
    scope: 'folder',
    severity: 'error',
    from: { path: '^(?:lib|components)/' },
    to: { circular: true },
  },
  {
    name: 'no-dead-ends',
    comment: 'an import that leads nowhere',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];

module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: ['node_modules', GENERATED] },
    exclude: { path: ['\\.css$', '^\\.next/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
    moduleSystems: ['es6', 'cjs', 'tsd'],
  },
};
