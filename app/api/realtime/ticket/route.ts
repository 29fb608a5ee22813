import { z } from 'zod';
import { issueTicket } from '@/lib/identity/sessions/commands';
import { route } from '@/lib/platform/doors/route';

export const POST = route(
  { name: 'auth.ticket', schema: z.object({}), command: (tx, actor) => issueTicket(tx, actor) },
  { input: async () => ({}) },
);
