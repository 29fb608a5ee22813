import { z } from 'zod';
import { issueTicket } from '@/lib/identity/sessions/commands';
import { SESSION_COMMANDS } from '@/lib/identity/sessions/rights';
import { route } from '@/lib/platform/doors/route';

export const POST = route(
  { may: SESSION_COMMANDS.ticket, schema: z.object({}), command: (tx, actor) => issueTicket(tx, actor) },
  { input: async () => ({}) },
);
