'use server';

import { showId } from '@/lib/core/id';
import { HOUR } from '@/lib/core/time';
import { action } from '@/lib/platform/doors/action';
import * as commands from './commands';
import { REPORT_COMMANDS } from './rights';
import { Report } from './schema';

export const report = action(
  { may: REPORT_COMMANDS.report, schema: Report, command: commands.report },
  {
    limit: { points: 10, within: HOUR, why: 'each report is read by a person' },
    to: ({ reviewId }) => `/reviews/${showId(reviewId)}/report?sent=1`,
  },
);
