import { z } from 'zod';
import { route } from '@/lib/doors/route';
import { issueTicket } from '@/lib/realtime/commands';

export const POST = route(
  { name: 'auth.ticket', schema: z.object({}), command: (tx, actor) => issueTicket(tx, actor) },
  { input: async () => ({}), limit: { name: 'auth.ticket', points: 60, seconds: 60 } },
);
