import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { addressField } from '@/lib/core/text';
import { linkSecret } from '@/lib/identity/sessions/schema';

export const AskAddress = z.object({
  email: addressField,
  /** Added by the door: the network that asks. */
  network: z.string().max(60).nullish(),
});
export type AskAddress = z.output<typeof AskAddress>;

export const ConfirmAddress = z.object({ token: linkSecret });
export type ConfirmAddress = z.output<typeof ConfirmAddress>;

export const ForgetAddress = z.object({ proofId: idField });
export type ForgetAddress = z.output<typeof ForgetAddress>;
