'use server';

import type { Outcome } from '@/lib/platform/doors/outcome';

/** Refuses whatever lacks a title, so that the gallery can show how a refusal looks, with and without JavaScript. */
export async function tryForm(_previous: Outcome<string> | null, form: FormData): Promise<Outcome<string>> {
  const values = Object.fromEntries(
    [...form].filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$'),
    ),
  );
  const title = (values.title ?? '').trim();
  const fields: Record<string, string> = {};
  if ([...title].length < 10)
    fields.title = `Request title needs at least 10 characters; it has ${[...title].length}.`;
  if (!values.stars) fields.stars = 'Choose one to five stars.';
  if (Object.keys(fields).length === 0) return { ok: true, value: title };
  return { ok: false, code: 'invalid', message: 'Two things stand in the way.', fields, values };
}

/** For buttons of the gallery that only show how they look. */
export async function doNothing(): Promise<void> {}
