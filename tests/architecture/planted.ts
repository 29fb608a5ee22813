/**
 * One violation per rule of .dependency-cruiser.cjs: the file that breaks it, and what else must exist for that. The
 * test writes them as a small tree of their own, and every rule must catch its file there.
 */
export const PLANTED: Record<string, { file: string; code: string }> = {
  'core-imports-nothing': { file: 'lib/core/shop.ts', code: "export * from '@/lib/shop/schema';" },
  'schema-is-pure': { file: 'lib/shop/schema-wide.ts', code: "export * from '@/lib/env';" },
  'rules-are-pure': { file: 'lib/shop/rules.ts', code: "export * from '@/lib/bank/queries';" },
  'pure-sees-nothing-impure': { file: 'lib/shop/rules-stock.ts', code: "export * from './store';" },
  'jobs-name-a-job': { file: 'lib/shop/jobs.ts', code: "export * from '@/lib/env';" },
  'store-decides-nothing': { file: 'lib/shop/store.ts', code: "export * from './actions';" },
  'commands-call-no-vendor': { file: 'lib/shop/commands.ts', code: "export * from '@/lib/stripe/pay';" },
  'commands-open-no-transaction': {
    file: 'lib/shop/commands-buy.ts',
    code: "export * from '@/lib/db/client';",
  },
  'commands-stay-in-their-domain': {
    file: 'lib/shop/buy-commands.ts',
    code: "export * from '@/lib/bank/commands';",
  },
  'stores-stay-in-their-domain': {
    file: 'lib/shop/commands-stock.ts',
    code: "export * from '@/lib/bank/store';",
  },
  'actions-are-thin': { file: 'lib/shop/actions-thick.ts', code: "export * from '@/lib/bank/queries';" },
  'actions-reach-no-store': { file: 'lib/shop/actions.ts', code: "export * from './store-plain';" },
  'handlers-run-in-processes': { file: 'lib/shop/page.ts', code: "export * from './handlers';" },
  'queries-change-nothing': { file: 'lib/shop/queries.ts', code: "export * from './commands';" },
  'components-take-types-from-queries': {
    file: 'components/shop/list.tsx',
    code: "export * from '@/lib/shop/queries';",
  },
  'atoms-know-no-domain': { file: 'components/ui/price.tsx', code: "export * from '@/lib/shop/schema';" },
  'pages-compose': { file: 'app/shop/page.tsx', code: "export * from '@/lib/shop/commands';" },
  'pictures-before-transactions': {
    file: 'lib/shop/commands-photo.ts',
    code: "export * from '@/lib/pictures/square';",
  },
  'sharp-in-pictures': { file: 'lib/shop/photo.ts', code: "export * from 'sharp';" },
  'aws-sdk-in-aws': { file: 'lib/shop/roles.ts', code: "export * from '@aws-sdk/client-iam';" },
  'stripe-in-stripe': { file: 'lib/shop/pay.ts', code: "export * from 'stripe';" },
  'mail-in-mail': { file: 'lib/shop/post.ts', code: "export * from 'nodemailer';" },
  'sockets-in-realtime': { file: 'lib/shop/live.ts', code: "export * from 'socket.io';" },
  'socket-client-in-pages': { file: 'lib/shop/socket.ts', code: "export * from 'socket.io-client';" },
  'links-by-our-link': { file: 'components/shop/link.tsx', code: "export * from 'next/link';" },
  'prisma-in-stores': { file: 'lib/shop/rows.ts', code: "export * from '@/lib/db/generated/client';" },
  'sandbox-knows-only-the-wire': { file: 'lib/sandbox/aws.ts', code: "export * from '@/lib/shop/schema';" },
  'adapters-know-no-domain': { file: 'lib/stripe/pay.ts', code: "export * from '@/lib/shop/schema';" },
  'no-node-in-pure': { file: 'lib/core/file.ts', code: "export * from 'node:fs';" },
  'nobody-imports-app': { file: 'components/shop/menu.tsx', code: "export * from '@/app/shop/page';" },
  'nobody-imports-tests': { file: 'lib/shop/proof.ts', code: "export * from '@/tests/proof';" },
  'nobody-imports-processes': { file: 'lib/shop/run.ts', code: "export * from '@/lib/processes/run';" },
  'no-circles': { file: 'lib/shop/egg.ts', code: "export * from './hen';" },
  'no-dead-ends': { file: 'lib/shop/lost.ts', code: "export * from './nowhere';" },
};

/** Files that break nothing: what the planted ones lean on, and what the rules must leave alone. */
export const SOUND: Record<string, string> = {
  'lib/env.ts': 'export const env = {};',
  'lib/core/money.ts': "import { z } from 'zod';\nexport const money = z.bigint();",
  'lib/db/client.ts': "export * from './generated/client';",
  'lib/db/generated/client.ts': 'export type Row = { id: string };\nexport const prisma = {};',
  'lib/bank/store.ts': "import { prisma } from '@/lib/db/generated/client';\nexport const bank = prisma;",
  'lib/bank/rules.ts': "export * from '@/lib/shop/schema';",
  'lib/bank/commands.ts': "export * from './store';\nexport * from './rules';",
  'lib/bank/queries.ts': "export * from './rules';",
  'lib/shop/schema.ts': "export * from '@/lib/core/money';",
  'lib/shop/store-plain.ts': 'export const store = {};',
  'lib/shop/handlers.ts': "export * from './store-plain';",
  'lib/shop/hen.ts': "export * from './egg';",
  'lib/pictures/square.ts': 'export const square = 1;',
  'lib/processes/run.ts': "export * from '@/lib/shop/handlers';",
  'components/bank/sum.tsx':
    "import type { money } from '@/lib/shop/queries';\nexport type Sum = typeof money;",
  'tests/proof.ts': 'export const proof = true;',
};
