import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { linkSecret } from '@/lib/identity/sessions/schema';

export const OneInvitation = z.object({ invitationId: idField });
export type OneInvitation = z.output<typeof OneInvitation>;

/** `token`: the secret out of the mail, for whoever does not sign in with the address that was invited. */
export const AnswerInvitation = OneInvitation.extend({ token: linkSecret.optional() });
export type AnswerInvitation = z.output<typeof AnswerInvitation>;
