import { z } from 'zod';
import { idField } from '@/lib/core/id';

export const MARKS = ['bookmark', 'hidden', 'none'] as const;
export type Mark = (typeof MARKS)[number];

/** What a button says in a form over a whole list: the mark and the request, at once. `MarkRequest` reads it. */
export const markOf = (mark: Mark, requestId: string) => `${mark} ${requestId}`;

export const MarkRequest = z.preprocess(
  (given) => {
    const { mark, ...rest } = given as { mark?: unknown };
    const [, what, requestId] = /^(\w+) (\S+)$/.exec(String(mark)) ?? [];
    return what ? { ...rest, mark: what, requestId } : given;
  },
  z.object({
    requestId: idField,
    mark: z.enum(MARKS, { error: 'Choose what to do with the request.' }),
    /** Where the form stood: a path of ours. */
    back: z.string().max(2000).optional(),
  }),
);
export type MarkRequest = z.output<typeof MarkRequest>;
