import { z } from 'zod';
import { RESPONSE, type ResponseStatus } from '@/lib/market/responses/rules';
import { Prisma } from '@/lib/platform/db/generated/client';

/** What has become of the response of the viewer's company, as far as a card shows it. */
export const CardResponse = z.object({
  id: z.string(),
  status: z.enum(Object.keys(RESPONSE.states) as [ResponseStatus, ...ResponseStatus[]]),
  origin: z.enum(['answer', 'direct', 'client']),
  readAt: z.coerce.date().nullable(),
  settled: z.enum(['us', 'another']).nullable(),
});

/** The same in SQL, of a response `a` to a request `r`. */
export const cardResponse = Prisma.sql`json_build_object('id', a.id, 'status', a.status, 'origin', a.origin,
  'readAt', a."readAt", 'settled',
  CASE WHEN r."settledAt" IS NOT NULL THEN CASE WHEN r."chosenId" = a.id THEN 'us' ELSE 'another' END END)`;
