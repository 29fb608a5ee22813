import { z } from 'zod';

const bytes = z.custom<Uint8Array<ArrayBuffer>>(
  (value) => value instanceof Uint8Array && value.byteLength > 0,
);

/** A photo in both sizes, as our own encoder wrote them. */
export const SetPhoto = z.object({ small: bytes, large: bytes });
export type SetPhoto = z.output<typeof SetPhoto>;

export const RemovePhoto = z.object({});
