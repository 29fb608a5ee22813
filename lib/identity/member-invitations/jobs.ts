import { z } from 'zod';
import { job } from '@/lib/platform/jobs/job';

/** Makes the link of an invitation and mails it. */
export const sendInvitation = job('members.sendInvitation', 'worker', z.object({ invitationId: z.uuid() }), {
  lease: 45,
});
