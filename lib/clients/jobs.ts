import { z } from 'zod';
import { job } from '@/lib/jobs/job';

/** Makes the link of an invitation and mails it. */
export const sendClientInvitation = job(
  'clients.sendInvitation',
  'worker',
  z.object({ invitationId: z.uuid() }),
  {
    lease: 45,
  },
);
