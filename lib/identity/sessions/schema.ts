import { z } from 'zod';
import { idField } from '@/lib/core/id';
import { ownPath } from '@/lib/core/path';

export const nextField = z
  .string()
  .optional()
  .transform((path) => ownPath(path));

/** The secret of a link in a mail: 32 bytes in base64url, made by `newSecret`. */
export const linkSecret = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, 'This link isn’t complete. Open it again from the email.');

/** What the door adds for the new session: the browser's name and the token of the session that ends with it. */
export const browserFields = {
  userAgent: z.string().nullish(),
  before: z.string().nullish(),
  /** The network, as coarse as it is shown. */
  address: z.string().max(60).nullish(),
};

export const EndSession = z.object({ session: z.union([z.literal('others'), idField]) });
export type EndSession = z.output<typeof EndSession>;
