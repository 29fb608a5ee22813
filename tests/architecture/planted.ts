/**
 * One violation per rule of .dependency-cruiser.cjs: the file that breaks it, and what else must exist for that. The
 * test writes them as a small tree of their own, and every rule must catch its file there.
 */
export const PLANTED: Record<string, { file: string; code: string }> = {
  'area-order': { file: 'lib/market/shop/later.ts', code: "export * from '@/lib/money/bank/rules';" },
  'core-imports-nothing': { file: 'lib/core/shop.ts', code: "export * from '@/lib/market/shop/schema';" },
  'calendars-in-zone': { file: 'lib/core/calendar.ts', code: "export * from 'temporal-polyfill';" },
  'zones-on-servers': { file: 'lib/market/shop/rules-zone.ts', code: "export * from '@/lib/core/zone';" },
  'schema-is-pure': { file: 'lib/market/shop/schema-wide.ts', code: "export * from '@/lib/platform/env';" },
  'rights-know-core': { file: 'lib/market/shop/rights.ts', code: "export * from './schema';" },
  'lifecycles-know-core': { file: 'lib/market/shop/lifecycle.ts', code: "export * from './schema';" },
  'rules-are-pure': { file: 'lib/market/shop/rules.ts', code: "export * from '@/lib/money/bank/queries';" },
  'pure-sees-nothing-impure': { file: 'lib/market/shop/rules-stock.ts', code: "export * from './store';" },
  'jobs-name-a-job': { file: 'lib/market/shop/jobs.ts', code: "export * from '@/lib/platform/env';" },
  'tellings-know-their-noun': {
    file: 'lib/market/shop/telling.ts',
    code: "export * from '@/lib/money/bank/rules';",
  },
  'store-decides-nothing': { file: 'lib/market/shop/store.ts', code: "export * from './actions';" },
  'commands-call-no-vendor': {
    file: 'lib/market/shop/commands.ts',
    code: "export * from '@/lib/vendors/stripe/pay';",
  },
  'commands-open-no-transaction': {
    file: 'lib/market/shop/commands-buy.ts',
    code: "export * from '@/lib/platform/db/client';",
  },
  'commands-stay-in-their-area': {
    file: 'lib/market/shop/buy-commands.ts',
    code: "export * from '@/lib/money/bank/commands';",
  },
  'stores-stay-in-their-area': {
    file: 'lib/market/shop/commands-stock.ts',
    code: "export * from '@/lib/money/bank/store';",
  },
  'actions-are-thin': {
    file: 'lib/market/shop/actions-thick.ts',
    code: "export * from '@/lib/money/bank/queries';",
  },
  'actions-reach-no-store': { file: 'lib/market/shop/actions.ts', code: "export * from './store-plain';" },
  'handlers-run-in-processes': { file: 'lib/market/shop/page.ts', code: "export * from './handlers';" },
  'queries-change-nothing': { file: 'lib/market/shop/queries.ts', code: "export * from './commands';" },
  'components-take-types-from-queries': {
    file: 'components/shop/list.tsx',
    code: "export * from '@/lib/market/shop/queries';",
  },
  'atoms-know-no-domain': {
    file: 'components/ui/price.tsx',
    code: "export * from '@/lib/market/shop/schema';",
  },
  'pages-compose': { file: 'app/shop/page.tsx', code: "export * from '@/lib/market/shop/commands';" },
  'pictures-before-transactions': {
    file: 'lib/market/shop/commands-photo.ts',
    code: "export * from '@/lib/platform/pictures/square';",
  },
  'sharp-in-pictures': { file: 'lib/market/shop/photo.ts', code: "export * from 'sharp';" },
  'aws-sdk-in-aws': { file: 'lib/market/shop/roles.ts', code: "export * from '@aws-sdk/client-iam';" },
  'stripe-in-stripe': { file: 'lib/market/shop/pay.ts', code: "export * from 'stripe';" },
  'mail-in-mail': { file: 'lib/market/shop/post.ts', code: "export * from 'nodemailer';" },
  'sockets-in-realtime': { file: 'lib/market/shop/live.ts', code: "export * from 'socket.io';" },
  'socket-client-in-pages': { file: 'lib/market/shop/socket.ts', code: "export * from 'socket.io-client';" },
  'links-by-our-link': { file: 'components/shop/link.tsx', code: "export * from 'next/link';" },
  'telemetry-in-tracing': { file: 'lib/market/shop/span.ts', code: "export * from '@opentelemetry/api';" },
  'telemetry-on-demand': {
    file: 'lib/platform/tracing/span.ts',
    code: "export * from '@opentelemetry/sdk-trace';",
  },
  'prisma-in-stores': {
    file: 'lib/market/shop/rows.ts',
    code: "export * from '@/lib/platform/db/generated/client';",
  },
  'rows-in-stores': {
    file: 'lib/market/shop/commands-count.ts',
    code: "export * from '@/lib/platform/db/rows';",
  },
  'sandbox-knows-only-the-wire': {
    file: 'lib/sandbox/aws.ts',
    code: "export * from '@/lib/market/shop/schema';",
  },
  'adapters-know-no-domain': {
    file: 'lib/vendors/stripe/pay.ts',
    code: "export * from '@/lib/market/shop/schema';",
  },
  'no-node-in-pure': { file: 'lib/core/file.ts', code: "export * from 'node:fs';" },
  'nobody-imports-app': { file: 'components/shop/menu.tsx', code: "export * from '@/app/shop/page';" },
  'nobody-imports-tests': { file: 'lib/market/shop/proof.ts', code: "export * from '@/tests/proof';" },
  'nobody-imports-processes': {
    file: 'lib/market/shop/run.ts',
    code: "export * from '@/lib/processes/run';",
  },
  'no-circles': { file: 'lib/market/shop/egg.ts', code: "export * from './hen';" },
  'no-circles-of-folders': { file: 'lib/market/shop', code: '' },
  'no-dead-ends': { file: 'lib/market/shop/lost.ts', code: "export * from './nowhere';" },
};

/** Files that break nothing: what the planted ones lean on, and what the rules must leave alone. */
export const SOUND: Record<string, string> = {
  'lib/platform/env.ts': 'export const env = {};',
  'lib/core/zone.ts': "import { Temporal } from 'temporal-polyfill';\nexport const zone = Temporal;",
  'lib/core/money.ts': "import { z } from 'zod';\nexport const money = z.bigint();",
  'lib/platform/db/rows.ts': 'export const rows = {};',
  'lib/platform/db/client.ts': "export * from './generated/client';",
  'lib/platform/db/generated/client.ts': 'export type Row = { id: string };\nexport const prisma = {};',
  'lib/money/bank/store.ts':
    "import { prisma } from '@/lib/platform/db/generated/client';\nexport const bank = prisma;",
  'lib/money/bank/rules.ts': "export * from '@/lib/market/shop/schema';",
  'lib/money/bank/commands.ts': "export * from './store';\nexport * from './rules';",
  'lib/money/bank/queries.ts': "export * from './rules';",
  'lib/market/shop/schema.ts': "export * from '@/lib/core/money';",
  'lib/market/shop/store-plain.ts': 'export const store = {};',
  'lib/market/shop/handlers.ts': "export * from './store-plain';",
  'lib/market/shop/hen.ts': "export * from './egg';",
  'lib/platform/pictures/square.ts': 'export const square = 1;',
  'lib/processes/run.ts': "export * from '@/lib/market/shop/handlers';",
  'components/bank/sum.tsx':
    "import type { money } from '@/lib/market/shop/queries';\nexport type Sum = typeof money;",
  'tests/proof.ts': 'export const proof = true;',
};
