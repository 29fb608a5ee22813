import type { Metadata } from 'next';
import { percentOf } from '@/lib/job/proposals/rules';
import type { Named } from '@/lib/legal/documents';
import { APPROVE_WITHIN_DAYS } from '@/lib/money/payment-requests/rules';
import { env } from '@/lib/platform/env';

/** What this installation's settings and our rules say, for the texts. */
export function named(): Named {
  return {
    operator: env.OPERATOR_NAME,
    email: env.OPERATOR_EMAIL,
    fee: percentOf(env.FEE_BASIS_POINTS),
    approvalDays: String(APPROVE_WITHIN_DAYS),
  };
}

/** Where programs that follow changes find them. */
export const FEED_LINK: Metadata['alternates'] = {
  types: { 'application/rss+xml': [{ url: '/legal/feed.xml', title: 'Document history' }] },
};
