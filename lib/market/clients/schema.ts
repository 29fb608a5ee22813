import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { addressField, textField } from '@/lib/core/text';
import { linkSecret } from '@/lib/identity/sessions/schema';
import { DESCRIPTION, TITLE } from '@/lib/market/requests/schema';

export const CLIENT_NAME = { min: 1, max: 80 };

export const InviteClient = z.object({
  companyId: idField,
  email: addressField,
  clientName: textField('Name', CLIENT_NAME),
  // They become the request's own title and text, so they have its limits.
  title: textField('Title', TITLE),
  note: textField('Note', { ...DESCRIPTION, lines: true }),
});
export type InviteClient = z.output<typeof InviteClient>;

export const OneInvitation = z.object({ invitationId: idField });
export type OneInvitation = z.output<typeof OneInvitation>;

/** `token`: the secret out of the mail, for whoever does not sign in with the address that was invited. */
const answer = { invitationId: idField, token: linkSecret.optional() };

export const DeclineInvitation = z.object(answer);
export type DeclineInvitation = z.output<typeof DeclineInvitation>;

export const AcceptInvitation = z.object({
  ...answer,
  /** For which of the person's customers; without it their first, which is made where there is none. */
  customerId: z.preprocess((value) => (value === '' ? undefined : value), idField.optional()),
});
export type AcceptInvitation = z.output<typeof AcceptInvitation>;
