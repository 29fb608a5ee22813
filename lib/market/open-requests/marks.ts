export const MARKS = ['bookmark', 'hidden', 'none'] as const;
export type Mark = (typeof MARKS)[number];

/** What a button says in a form over a whole list: the mark and the request, at once. `MarkRequest` reads it. */
export const markOf = (mark: Mark, requestId: string) => `${mark} ${requestId}`;
