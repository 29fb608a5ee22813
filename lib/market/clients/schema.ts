import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { addressField, textField } from '@/lib/core/text';
import { AnswerInvitation } from '@/lib/identity/invitations/schema';
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

export const AcceptInvitation = AnswerInvitation.extend({
  /** For which of the person's customers; without it their first, which is made where there is none. */
  customerId: z.preprocess((value) => (value === '' ? undefined : value), idField.optional()),
});
export type AcceptInvitation = z.output<typeof AcceptInvitation>;
